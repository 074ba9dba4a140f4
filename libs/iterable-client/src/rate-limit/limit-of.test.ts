import { expect, it } from 'vitest';
import type { Rate } from '../operations/operation.js';
import { limitOf } from './limit-of.js';
import { resolveRateLimits } from './resolve-rate-limits.js';

const rate = (requests: number): Rate => ({ requests, periodSeconds: 1 });
const update = { name: 'users/update', method: 'POST', path: '/api/users/update' } as const;
const documented = { ...update, rate: rate(500) };

it.each<[string, object, typeof update, number | undefined]>([
  ['the documented one', {}, documented, 500],
  ['none where none is documented', {}, update, undefined],
  ['the default where none is documented', { defaultLimit: rate(7) }, update, 7],
  ['not the default where one is documented', { defaultLimit: rate(7) }, documented, 500],
  ['none where the documented are not wanted', { documented: false }, documented, undefined],
  [
    'none where the documented are not wanted, in spite of a default',
    { documented: false, defaultLimit: rate(7) },
    documented,
    undefined,
  ],
  ["the caller's own", { limits: { 'users/update': rate(9) } }, documented, 9],
  ["the caller's none", { limits: { 'users/update': false } }, documented, undefined],
  [
    "the caller's for this route rather than for all of the name",
    { limits: { 'users/update': rate(9), 'POST /api/users/update': rate(8) } },
    documented,
    8,
  ],
  [
    'none by a name that every object has',
    {},
    { ...update, name: 'constructor' } as never,
    undefined,
  ],
])('is %s', (_, options, operation, expected) => {
  expect(limitOf(operation, resolveRateLimits(options))?.requests).toBe(expected);
});
