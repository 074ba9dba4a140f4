import { describe, expect, test } from 'vitest';
import { encodeParameter } from './encode-parameter.js';
import { Timestamp } from './timestamp.js';

describe('a parameter is encoded as PostgreSQL reads it', () => {
  const at = Date.UTC(2026, 0, 13, 14, 30, 45, 123);
  test.each<[string, unknown, string | null]>([
    ['null', null, null],
    ['text', "O'Hara; drop table users", "O'Hara; drop table users"],
    ['an empty string', '', ''],
    ['a number', 1.5, '1.5'],
    ['NaN', Number.NaN, 'NaN'],
    ['a bigint', 9007199254740993n, '9007199254740993'],
    ['a boolean', true, 'true'],
    ['a Date, in UTC', new Date(at), '2026-01-13T14:30:45.123Z'],
    ['a Timestamp, with its microseconds', new Timestamp(at, 456), '2026-01-13T14:30:45.123456Z'],
    ['a year before 1', new Date('-000043-03-15T12:00:00Z'), '0044-03-15T12:00:00.000Z BC'],
    ['the year 0', new Date('0000-03-15T12:00:00Z'), '0001-03-15T12:00:00.000Z BC'],
    ['a year past 9999', new Date(8.64e15), '275760-09-13T00:00:00.000Z'],
    ['an array', [1n, null, 'a"b\\c', [true]], '{"1",NULL,"a\\"b\\\\c",{"true"}}'],
    ['bytes in an array', [new Uint8Array([1, 255])], '{"\\\\x01ff"}'],
    ['an object, as JSON', { a: [1] }, '{"a":[1]}'],
  ])('%s', (_, value, text) => expect(encodeParameter(value, 0)).toBe(text));

  test('bytes', () => {
    expect(encodeParameter(new Uint8Array([1, 255]), 0)).toEqual(Buffer.from([1, 255]));
  });
});

describe('a parameter that would arrive as something else is refused, without its value', () => {
  test.each<[string, unknown]>([
    ['undefined', undefined],
    ['a function', () => 'secret'],
    ['a symbol', Symbol('secret')],
    ['a NUL character', 'secret\0'],
    ['half a surrogate pair', 'secret\ud800'],
    ['an invalid Date', new Date(Number.NaN)],
    ['a bigint in JSON', { secret: 1n }],
    ['undefined in an array', [undefined]],
  ])('%s', (_, value) => {
    expect(() => encodeParameter(value, 2)).toThrow(TypeError);
    expect(() => encodeParameter(value, 2)).toThrow(/^Parameter \$3 of the query /);
    expect(() => encodeParameter(value, 2)).toThrow(expect.not.stringContaining('secret'));
  });
});
