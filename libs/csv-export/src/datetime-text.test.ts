import fc from 'fast-check';
import { expect, it } from 'vitest';
import { datetimeText } from './datetime-text.js';

it('is what toISOString says, but for the year, for any dates in any order', () => {
  const day = fc.constantFrom(
    -8.64e15,
    -62_167_219_200_001,
    -62_135_596_800_000,
    -1,
    0,
    253_402_300_800_000,
    8.64e15,
  );
  const near = fc
    .tuple(day, fc.integer({ min: -2e8, max: 2e8 }))
    .map(([start, ms]) => new Date(Math.max(-8.64e15, Math.min(8.64e15, start + ms))));
  fc.assert(
    fc.property(fc.array(fc.oneof(near, fc.date({ noInvalidDate: true }))), (dates) => {
      expect(dates.map(datetimeText)).toEqual(
        dates.map((date) => {
          const year = date.getUTCFullYear();
          const rest = date
            .toISOString()
            .replace('T', ' ')
            .slice(-'-MM-DD HH:MM:SS.sssZ'.length, -5);
          const digits = String(year > 0 ? year : 1 - year).padStart(4, '0');
          return year > 0 ? `${digits}${rest}` : `${digits}${rest} BC`;
        }),
      );
    }),
  );
});

it('takes no notice of what a subclass says of itself', () => {
  class Precise extends Date {
    override toISOString(): string {
      return '1970-01-01T00:00:00.000123Z';
    }
  }
  expect(datetimeText(new Precise(-1))).toBe('1969-12-31 23:59:59');
});
