import type { ResolvedFormat } from './resolve-format-options.js';
import { toJson } from './to-json.js';

/** The text of a value that is no text, by its type; `undefined` where it has none. */
export function formatValue(
  value: NonNullable<unknown>,
  format: ResolvedFormat,
): string | undefined {
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
  return toJson(value);
}
