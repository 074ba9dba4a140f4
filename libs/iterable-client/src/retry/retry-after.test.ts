import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.js';

const NOW = Date.UTC(2026, 0, 13, 14, 0, 0);

it.each<[string, string | null, number | undefined]>([
  ['7', null, 7000],
  [' 7 ', null, 7000],
  ['0', null, 0],
  ['0.5', null, 500],
  ['86400', null, 86_400_000],
  ['Tue, 13 Jan 2026 14:00:09 GMT', null, 9000],
  ['Tue, 13 Jan 2026 13:59:00 GMT', null, 0],
  ['Tue, 13 Jan 2026 14:00:09 GMT', 'Tue, 13 Jan 2026 14:00:05 GMT', 4000],
  ['Tue, 13 Jan 2026 14:00:09 GMT', 'yesterday', 9000],
  ['-7', null, undefined],
  ['7 seconds', null, undefined],
  ['1e3', null, undefined],
  ['soon', null, undefined],
  ['Soon 7', null, undefined],
  ['', null, undefined],
])('reads Retry-After %j with Date %j as %s ms', (value, date, expected) => {
  expect(retryAfterMs(value, date, NOW)).toBe(expected);
});

it('reads an absent Retry-After as no hint', () => {
  expect(retryAfterMs(null, null, NOW)).toBeUndefined();
});
