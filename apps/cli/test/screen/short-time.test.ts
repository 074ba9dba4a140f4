import { expect, it } from 'vitest';
import { coarseTime, shortTime } from '../../src/screen/short-time.js';

it.each([
  [0, '0 ms'],
  [0.4, '0 ms'],
  [12.6, '13 ms'],
  [999.4, '999 ms'],
  [999.5, '1.0 s'],
  [3_449, '3.4 s'],
  [99_949, '99.9 s'],
  [99_950, '1m 40s'],
  [3_600_000, '1h 0m'],
])('%d ms are %s', (milliseconds, text) => {
  expect(shortTime(milliseconds)).toBe(text);
});

it('seconds are rounded up', () => {
  expect([0, 0.2, 59.1, 61, 5_000].map(coarseTime)).toEqual([
    '0s',
    '1s',
    '1m 0s',
    '1m 1s',
    '1h 23m',
  ]);
});
