import { expect, it } from 'vitest';
import { nearestName } from './nearest-name.js';

const known = ['apiKeys', 'port', 'projectType', 'journalEntries'];

it.each([
  ['prot', 'port'],
  ['apiKey', 'apiKeys'],
  ['apikeys', 'apiKeys'],
  ['project_type', 'projectType'],
  ['journalEntry', 'journalEntries'],
  ['zzz', undefined],
  ['', undefined],
])('takes %j for %j', (name, expected) => {
  expect(nearestName(name, known)).toBe(expected);
});
