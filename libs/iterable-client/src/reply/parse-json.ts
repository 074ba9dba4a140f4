import { exactInteger, mayRound } from './exact-integer.js';
import type { Redact } from './redactor.js';

/** Parsed JSON, or the fact that it is none. */
export type ParsedJson = { readonly json: unknown } | undefined;

/** What `JSON.parse` calls for each value, as Node has it and TypeScript does not know yet. */
type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/**
 * Parses a text. Integers that a number would round come out as `bigint`: ids have 64 bits. With
 * `redact`, all texts in it come out clean.
 */
export function parseJson(text: string, redact?: Redact): ParsedJson {
  try {
    return { json: JSON.parse(text, reviverFor(text, redact)) as unknown };
  } catch {
    return undefined;
  }
}

/** A reviver makes parsing several times slower, so there is one only where it has work to do. */
function reviverFor(text: string, redact: Redact | undefined): Reviver | undefined {
  if (redact === undefined) {
    return mayRound(text) ? (_, value, context) => exactInteger(value, context) : undefined;
  }
  return (_, value, context) =>
    typeof value === 'string' ? redact(value) : exactInteger(value, context);
}
