/** A number literal of sixteen digits or more, or with an exponent: a JS number may not hold it. */
const MAYBE_INEXACT = /[\d.]{16}|\d[eE][+-]?\d/;

/**
 * Parses `json` and `jsonb` without rounding: a whole number that a JS number can't hold becomes a
 * `bigint`, any other one its decimal text, as `int8` and `numeric` columns do.
 */
export function parseJson(text: string): unknown {
  if (!MAYBE_INEXACT.test(text)) return JSON.parse(text) as unknown;
  return JSON.parse(text, exactly) as unknown;
}

/** TypeScript's `JSON.parse` doesn't know the third argument yet, which Node has since 21. */
function exactly(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined) return value;
  if (/^-?\d+$/.test(source)) return Number.isSafeInteger(value) ? value : BigInt(source);
  return canonical(source) === canonical(String(value)) ? value : source;
}

/** The same text for the same decimal value: its digits without outer zeros, and their exponent. */
function canonical(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(decimal);
  if (match === null) return decimal;
  const fraction = match[3] ?? '';
  const digits = `${match[2]}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const exponent = Number(match[4] ?? 0) - fraction.length + digits.length - significant.length;
  return `${match[1]}${significant}e${exponent}`;
}
