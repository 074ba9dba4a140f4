import { expect, it } from 'vitest';
import { epochSeconds } from './epoch-seconds.js';

it.each<[unknown, number]>([
  [new Date('2026-01-13T14:30:45.999Z'), 1768314645],
  [new Date(-1), -1],
  [1768314645, 1768314645],
  [0, 0],
  [-86400, -86400],
  [99_999_999_999, 99_999_999_999],
])('reads %s as %i seconds', (value, seconds) => {
  expect(epochSeconds(value)).toEqual({ seconds });
});

it.each<[unknown, RegExp]>([
  [1768314645000, /looks like milliseconds/],
  [100_000_000_000, /looks like milliseconds/],
  [-100_000_000_000, /looks like milliseconds/],
  [1768314645.5, /whole seconds/],
  [Number.NaN, /whole seconds/],
  ['2026-01-13', /must be a Date/],
  [null, /must be a Date/],
  [1n, /must be a Date/],
  [new Date(Number.NaN), /invalid Date/],
])('refuses %s', (value, problem) => {
  expect(epochSeconds(value)).toEqual({ problem: expect.stringMatching(problem) as string });
});
