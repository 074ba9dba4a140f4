const WHOLE = /^(-?\d+)(?:\.0*)?$/;
const DECIMAL = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/;
const INT64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n } as const;

/**
 * The number that a decimal text stands for, where JSON can hold it digit by digit: a `number` that
 * is written with the same digits, or a `bigint` of 64 bits. `undefined` for any other, and for `NaN`
 * and `Infinity`.
 */
export function exactNumber(text: string): number | bigint | undefined {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) {
    const exact = BigInt(whole);
    const number = Number(exact);
    if (Number.isSafeInteger(number)) return number;
    if (exact >= INT64.least && exact <= INT64.most) return exact;
  }
  const value = Number(text);
  const decimal = canonical(text);
  return decimal !== undefined && decimal === canonical(String(value)) ? value : undefined;
}

/** The same text for the same decimal value: its digits without outer zeros, and their exponent. */
function canonical(text: string): string | undefined {
  const [matched, sign = '', whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  const digits = `${whole}${fraction}`;
  if (matched === undefined || digits === '') return undefined;
  const leading = digits.replace(/^0+/, '');
  const significant = leading.replace(/0+$/, '');
  if (significant === '') return '0';
  const shift = Number(exponent) - fraction.length + leading.length - significant.length;
  return `${sign}${significant}e${String(shift)}`;
}
