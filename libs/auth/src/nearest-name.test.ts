import { expect, it } from 'vitest';
import { nearestName } from './nearest-name.js';

const known = ['secret', 'apiKey', 'issuer', 'lifetimeSeconds', 'cacheSize', 'now'];

it.each([
  ['lifetimeSecond', 'lifetimeSeconds'],
  ['apikey', 'apiKey'],
  ['API_KEY', 'apiKey'],
  ['Secret', 'secret'],
  ['secert', 'secret'],
  ['noww', 'now'],
  ['cachesize', 'cacheSize'],
])('takes %s for %s', (name, nearest) => {
  expect(nearestName(name, known)).toBe(nearest);
});

it.each(['region', 'x', 'audience', 'lifetime', ''])('takes %j for nothing known', (name) => {
  expect(nearestName(name, known)).toBeUndefined();
});
