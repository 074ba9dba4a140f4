import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exactNumber } from './exact-number.js';

it.each([
  ['0', 0],
  ['-0', 0],
  ['10.00', 10],
  ['0.10', 0.1],
  ['-12.5', -12.5],
  ['9007199254740991', 9007199254740991],
  ['9007199254740993', 9007199254740993n],
  ['9223372036854775807.000', 9223372036854775807n],
  ['1000000000000000000000', 1e21],
  ['0.0000001', 1e-7],
])('reads %s exactly', (text, value) => {
  expect(exactNumber(text)).toBe(value);
});

it.each([
  '0.1000000000000000055511151231257827',
  '123456789012345678.5',
  '9223372036854775809',
  'NaN',
  'Infinity',
  '-Infinity',
  '',
  '.',
  ' 1',
  '0x10',
  '1,5',
])('does not read %j', (text) => {
  expect(exactNumber(text)).toBeUndefined();
});

it('reads a decimal of up to 15 digits always, and never as another one', () => {
  const scaled = fc.tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat(12));
  fc.assert(
    fc.property(scaled, ([digits, scale]) => {
      const text = decimalText(digits, scale);
      const value = exactNumber(text);
      if (digits > -(10n ** 15n) && digits < 10n ** 15n) expect(value).toBeDefined();
      if (value === undefined) return;
      // A number's JSON, scaled back to a whole number by other means, has the same digits.
      const [written = '', exponent = '0'] = String(value).split('e');
      const [whole = '', fraction = ''] = written.split('.');
      const shift = scale - fraction.length + Number(exponent);
      const back = BigInt(`${whole}${fraction}`);
      expect(shift >= 0 ? back * 10n ** BigInt(shift) : back).toBe(
        shift >= 0 ? digits : digits * 10n ** BigInt(-shift),
      );
    }),
  );
});

function decimalText(digits: bigint, scale: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
