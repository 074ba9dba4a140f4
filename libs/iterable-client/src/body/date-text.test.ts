import { expect, it } from 'vitest';
import { dateText } from './date-text.js';

it('is UTC with its offset, parts of a second cut off', () => {
  expect(dateText(new Date('2026-01-13T14:30:45.999Z'))).toBe('2026-01-13 14:30:45 +00:00');
});

it('is the same for a Date that tells of microseconds', () => {
  class Precise extends Date {
    override toISOString(): string {
      return '2026-01-13T14:30:45.123456Z';
    }
  }
  expect(dateText(new Precise('2026-01-13T14:30:45.123Z'))).toBe('2026-01-13 14:30:45 +00:00');
});

it.each([Number.NaN, Date.UTC(10_000, 0), Date.UTC(-1, 0)])('there is none for %s', (time) => {
  expect(dateText(new Date(time))).toBeUndefined();
});
