import type { ResolvedFormat } from './resolve-format-options.js';

/** The text of a value by its type; `undefined` where it has none. */
export function formatValue(
  value: NonNullable<unknown>,
  format: ResolvedFormat,
): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? format.trueText : format.falseText;
  return typeof value === 'object' ? formatObject(value, format) : undefined;
}

function formatObject(value: object, format: ResolvedFormat): string | undefined {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? undefined : format.dateText(value);
  }
  // As PostgreSQL writes `bytea`.
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  // JSON would make `{}` of them, whatever they hold.
  if (value instanceof Map || value instanceof Set) return undefined;
  return toJson(value);
}

function toJson(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    // Either a `bigint`, which JSON can hold with all its digits, or nothing that can be written.
  }
  try {
    return JSON.stringify(value, bigintAsNumber);
  } catch {
    return undefined;
  }
}

function bigintAsNumber(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? (JSON as JsonWithRawText).rawJSON(String(value)) : value;
}

/** In every Node that this library runs on, and not yet in the types of the language's 2023 edition. */
type JsonWithRawText = typeof JSON & { rawJSON(text: string): unknown };
