import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './parse-json.js';

test.each([
  ['9007199254740991', 9007199254740991],
  ['-9007199254740991', -9007199254740991],
  ['9007199254740992', 9007199254740992n],
  ['-12345678901234567890', -12345678901234567890n],
  ['0.1', 0.1],
  ['0.10', 0.1],
  ['1234567890.123456', 1234567890.123456],
  ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
  ['3.14159265358979323846', '3.14159265358979323846'],
  ['1.5e3', 1500],
  ['1E2', 100],
  ['1e400', '1e400'],
  ['1e-400', '1e-400'],
  ['0.00000000000000000000', 0],
  ['1000000000000000000000.0', 1e21],
])('the number %s becomes %o', (text, value) => {
  expect(parseJson(`{"a":[${text}]}`)).toEqual({ a: [value] });
});

test('digits within strings are left alone', () => {
  const text = '{"card":"12345678901234567890","at":"1e400","12345678901234567890":1}';
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test('whatever JSON a JS value makes is that value again', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value);
      const plain: unknown = JSON.parse(text);
      expect(JSON.parse(JSON.stringify(parseJson(text), numbers))).toEqual(plain);
    }),
  );
});

/** Bigints that come of numbers beyond 2^53, as the numbers they came of. */
function numbers(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
