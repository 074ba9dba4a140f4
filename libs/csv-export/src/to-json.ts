/**
 * An object or a list as JSON; `undefined` where JSON would lose a part of it without a word. Only what is
 * `undefined` in an object is left out, as ever.
 */
export function toJson(value: object): string | undefined {
  try {
    return JSON.stringify(value, lossless);
  } catch {
    // A circle, or what `lossless` refuses: nothing that can be written.
    return undefined;
  }
}

function lossless(this: unknown, key: string, value: unknown): unknown {
  // JSON holds all digits of a bigint, which JavaScript refuses to write.
  if (typeof value === 'bigint') return (JSON as JsonWithRawText).rawJSON(String(value));
  if (isLost(value, this) || isInvalidDate(this, key)) throw new TypeError('JSON cannot hold it');
  return value;
}

/** What JSON makes `null`, `{}` or nothing of. */
function isLost(value: unknown, holder: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value === 'undefined') return Array.isArray(holder);
  return (
    typeof value === 'function' ||
    typeof value === 'symbol' ||
    value instanceof Map ||
    value instanceof Set
  );
}

/** Its own `toJSON` has made `null` of it before anybody is asked. */
function isInvalidDate(holder: unknown, key: string): boolean {
  const value = (holder as Readonly<Record<string, unknown>>)[key];
  return value instanceof Date && Number.isNaN(value.getTime());
}

/** In every Node that this library runs on, and not yet in the types of the language's 2023 edition. */
type JsonWithRawText = typeof JSON & { rawJSON(text: string): unknown };
