import { expect, it } from 'vitest';
import { rateLimitResetMs } from './rate-limit-reset.js';

const NOW = 1_768_312_800_000;

it.each<[unknown, number | undefined]>([
  [3, 3000],
  [0, 0],
  [0.25, 250],
  ['12', 12_000],
  [NOW / 1000 + 5, 5000],
  [NOW + 5000, 5000],
  [NOW - 5000, 0],
  [-1, undefined],
  [Number.NaN, undefined],
  ['', undefined],
  ['soon', undefined],
  [null, undefined],
  [{}, undefined],
])('reads rateLimitReset %j as %s ms', (rateLimitReset, expected) => {
  expect(rateLimitResetMs({ rateLimitReset }, NOW)).toBe(expected);
});

it('reads absent params as no hint', () => {
  expect(rateLimitResetMs(undefined, NOW)).toBeUndefined();
});
