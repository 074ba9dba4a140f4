/** Node has it since 21; TypeScript's library does not know it yet. */
interface ParseContext {
  readonly source?: string;
}

/** No text without so many digits in a row has an integer that a number would round. */
const LONG = /\d{16}/;
const INTEGER = /^-?\d+$/;

/** Whether a JSON text may have integers that numbers would round. */
export const mayRound = (text: string): boolean => LONG.test(text);

/** The value that JSON was parsed to; an integer that a number would round, as a `bigint`. */
export function exactInteger(value: unknown, context: ParseContext | undefined): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const { source } = context ?? {};
  return source !== undefined && INTEGER.test(source) ? BigInt(source) : value;
}
