import { expect, it } from 'vitest';
import { isDateText } from './is-date-text.js';

it.each([
  '2026-01-13',
  '2024-02-29',
  '2026-01-13 14:30:45',
  '2026-01-13 14:30:45 +00:00',
  '2026-01-13 14:30:45 -08:00',
  '2026-01-13T14:30:45.000Z',
  '2026-01-13T14:30:45.123+05:30',
])('takes %s for a date', (text) => {
  expect(isDateText(text)).toBe(true);
});

it.each([
  '',
  '1234',
  '2026-02-29',
  '2026-13-01',
  '2026-01-13 24:30:00',
  '2026-01-13 14:61:00',
  '2026-01-13 14:30:45.123',
  '2026-01-13 14:30:45+00',
  '2026-01-13T14:30:45Z',
  ' 2026-01-13',
  '2026-01-13\n',
  'abcd-ef-gh',
  '2026-01-13 and then a long sentence about nothing at all',
])('takes %j for text', (text) => {
  expect(isDateText(text)).toBe(false);
});
