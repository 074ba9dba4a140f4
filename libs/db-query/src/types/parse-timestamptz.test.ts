import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTimestamptz } from './parse-timestamptz.js';
import { Timestamp } from './timestamp.js';

describe('a timestamptz', () => {
  test.each([
    ['2026-01-13 14:30:45+00', '2026-01-13T14:30:45.000Z', 0],
    ['2026-01-13 14:30:45.1+00', '2026-01-13T14:30:45.100Z', 0],
    ['2026-01-13 14:30:45.123456+00', '2026-01-13T14:30:45.123456Z', 456],
    ['2026-01-13 14:30:45.000001+00', '2026-01-13T14:30:45.000001Z', 1],
    ['2026-01-13 20:15:45+05:45', '2026-01-13T14:30:45.000Z', 0],
    ['2026-01-13 10:00:45.5-04:30', '2026-01-13T14:30:45.500Z', 0],
    ['1883-11-18 12:03:57-04:56:02', '1883-11-18T16:59:59.000Z', 0],
    ['0044-03-15 12:00:00+00 BC', '-000043-03-15T12:00:00.000Z', 0],
    ['0001-01-01 00:00:00+00', '0001-01-01T00:00:00.000Z', 0],
    ['0099-12-31 23:59:59.999999+00', '0099-12-31T23:59:59.999999Z', 999],
    ['1969-12-31 23:59:59.999999+00', '1969-12-31T23:59:59.999999Z', 999],
    ['275760-09-13 00:00:00+00', '+275760-09-13T00:00:00.000Z', 0],
  ])('%s is %s', (text, iso, microseconds) => {
    const value = parseTimestamptz(text);
    expect(value).toBeInstanceOf(Timestamp);
    expect(JSON.stringify(value)).toBe(`"${iso}"`);
    expect((value as Timestamp).microseconds).toBe(microseconds);
    expect((value as Timestamp).getTime()).toBe(Date.parse(iso.replace(/(\.\d{3})\d+/, '$1')));
  });

  test.each(['infinity', '-infinity', '275760-09-13 00:00:00.001+00', '294276-12-31 00:00:00+00'])(
    'that no Date can hold stays text: %s',
    (text) => expect(parseTimestamptz(text)).toBe(text),
  );

  test('of any microsecond keeps it', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date(0) }),
        fc.nat(999),
        (date, micro) => {
          fc.pre(date.getUTCFullYear() < 10_000);
          const micros = String(micro).padStart(3, '0');
          const text = `${date.toISOString().replace('T', ' ').replace('Z', micros)}+00`;
          expect(parseTimestamptz(text)).toEqual(new Timestamp(date.getTime(), micro));
          expect((parseTimestamptz(text) as Timestamp).microseconds).toBe(micro);
        },
      ),
    );
  });
});

describe('a Timestamp', () => {
  test('is a Date', () => {
    const value = new Timestamp(Date.UTC(2026, 0, 13), 7);
    expect(value).toBeInstanceOf(Date);
    expect(value.getUTCFullYear()).toBe(2026);
    expect(new Date(value).toISOString()).toBe('2026-01-13T00:00:00.000Z');
    expect(Date.parse(value.toISOString())).toBe(value.getTime());
  });

  test.each([
    [Number.NaN, 0],
    [8.64e15 + 1, 0],
    [0.5, 0],
    [0, -1],
    [0, 1000],
    [0, 0.5],
  ])('of %d ms and %d µs is refused', (milliseconds, microseconds) => {
    expect(() => new Timestamp(milliseconds, microseconds)).toThrow(TypeError);
  });
});
