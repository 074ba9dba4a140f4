import { sqlQuery } from '@org/db-query';
import { expect, it } from 'vitest';
import { effectiveSyncs } from '../../src/config/effective-syncs.js';
import { fromQuery } from '../../src/project/from-query.js';
import type { SyncEntry } from '../../src/project/sync-entry.js';

function optionsOf(entry: SyncEntry, place = 'config.mjs: ') {
  const [sync] = effectiveSyncs({
    folder: '/',
    syncs: new Map([['plans', entry]]),
    at: () => place,
  });
  return Object.fromEntries(sync?.options.map(({ name, value }) => [name, value]) ?? []);
}

it('shows code as code, and a query by its name', () => {
  const entry = fromQuery<{ id: bigint }>({
    query: sqlQuery({ name: 'all_plans', text: 'select 1 as id' }),
    key: 'id',
    user: () => null,
    gone: { event: () => ({ email: 'a@example.com', eventName: 'left' }) },
  });
  expect(optionsOf(entry)).toEqual({
    query: 'all_plans',
    key: 'id',
    user: '[code]',
    'gone.event': '[code]',
    delivery: 'auto',
    'guards.allowEmpty': false,
    strictFields: false,
  });
});

it('an option that says a part of itself has no default any more', () => {
  const entry = { sql: 'a.sql', key: 'id', email: 'email', profile: { only: ['plan'] } } as const;
  expect(optionsOf(entry)).toMatchObject({ 'profile.only': ['plan'] });
  expect(optionsOf(entry)).not.toHaveProperty(['profile']);
});

it('without a file all is default', () => {
  const [sync] = effectiveSyncs({
    folder: '/',
    syncs: new Map([['recent_engagement', { builtIn: 'recent_engagement' }]]),
    at: () => '',
  });
  const origins = new Set(sync?.options.map(({ origin }) => origin.from));
  expect([...origins]).toEqual(['default']);
});
