/** An object as JSON has it. */
export type JsonObject = Record<string, unknown>;

/** True for `{…}`: neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A run of digits long enough to be an integer that a double cannot hold. */
const MAYBE_UNSAFE = /\d{16}/;

type SourceReviver = (key: string, value: unknown, context?: { source?: string }) => unknown;

const keepWholeNumbers: SourceReviver = (_key, value, context) =>
  typeof value === 'number' &&
  !Number.isSafeInteger(value) &&
  context?.source !== undefined &&
  /^-?\d+$/.test(context.source)
    ? BigInt(context.source)
    : value;

/**
 * Reads JSON. Integers that a double would round come out as `bigint`: Iterable's `long` has 64
 * bits, and a sandbox that rounded would hide a sender's mistake or invent one.
 *
 * @throws SyntaxError where the text is not JSON.
 */
export function parseJson(text: string): unknown {
  return MAYBE_UNSAFE.test(text) ? JSON.parse(text, keepWholeNumbers) : JSON.parse(text);
}

const { rawJSON } = JSON as unknown as { rawJSON: (this: void, text: string) => unknown };

/** Writes JSON; a `bigint` becomes the number it is. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, writeBigInt) ?? 'null';
}

function writeBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? rawJSON(String(value)) : value;
}
