import type { Redact } from './redactor.js';

/** Parsed JSON, or the fact that it is none. */
export type ParsedJson = { readonly json: unknown } | undefined;

/** Parses a text; with `redact`, all texts in it come out clean. */
export function parseJson(text: string, redact?: Redact): ParsedJson {
  try {
    return {
      json: JSON.parse(
        text,
        redact && ((_, value: unknown) => (typeof value === 'string' ? redact(value) : value)),
      ) as unknown,
    };
  } catch {
    return undefined;
  }
}
