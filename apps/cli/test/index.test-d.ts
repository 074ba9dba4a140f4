import { expectTypeOf } from 'vitest';
import {
  defineConfig,
  defineQuery,
  type EventPayload,
  fromQuery,
  type GoneRow,
  type ProjectConfig,
  type Query,
  type QuerySource,
  type QuerySync,
  sqlQuery,
  type SyncEntry,
  type Timestamp,
  type UserPayload,
} from '../src/index.js';

interface Shop {
  customers: { id: bigint; email: string; city: string | null; since: Timestamp };
}
const customers = defineQuery({
  name: 'customers',
  build: (db: QuerySource<Shop>, city: string) =>
    db.selectFrom('customers').select(['id', 'email', 'since']).where('city', '=', city),
})('London');
expectTypeOf(customers).toEqualTypeOf<Query<{ id: bigint; email: string; since: Timestamp }>>();

// The row type comes from the query.
const sync = fromQuery({
  query: customers,
  key: 'id',
  user: (row) => {
    expectTypeOf(row).toEqualTypeOf<{ id: bigint; email: string; since: Timestamp }>();
    expectTypeOf(row).not.toBeAny();
    // @ts-expect-error not selected
    void row.city;
    return { email: row.email, dataFields: { since: row.since } };
  },
  event: (row) => {
    expectTypeOf(row.id).toEqualTypeOf<bigint>();
    return row.email === '' ? null : { email: row.email, eventName: 'seen' };
  },
  gone: {
    event: (row) => {
      expectTypeOf(row).toEqualTypeOf<GoneRow>();
      return { ...row, eventName: 'left' };
    },
  },
});
expectTypeOf(sync).toEqualTypeOf<QuerySync>();
expectTypeOf(sync).not.toBeAny();
expectTypeOf(sync).toExtend<SyncEntry>();
expectTypeOf<ReturnType<NonNullable<QuerySync['user']>>>().toEqualTypeOf<UserPayload | null>();
expectTypeOf<ReturnType<NonNullable<QuerySync['event']>>>().toEqualTypeOf<EventPayload | null>();

// @ts-expect-error the key is no column of the query
fromQuery({ query: customers, key: 'uuid', user: () => null });
// @ts-expect-error a user needs an identifier
fromQuery({ query: customers, key: 'id', user: () => ({ dataFields: {} }) });
// @ts-expect-error an event needs a name
fromQuery({ query: customers, key: 'id', event: (row) => ({ email: row.email }) });
// @ts-expect-error an unknown property
fromQuery({ query: customers, key: 'id', user: () => null, delivry: 'bulk' });
// @ts-expect-error no such delivery
fromQuery({ query: customers, key: 'id', user: () => null, delivery: 'bulky' });
// @ts-expect-error SQL as text is for entries without fromQuery
fromQuery({ query: 'select 1', key: 'id', user: () => null });

// SQL knows no types: they are given, and without them no column is known.
const sql = sqlQuery({ name: 'plans', text: 'select id, email from plans' });
fromQuery<{ id: number; email: string }>({
  query: sql,
  key: 'id',
  user: (row) => {
    expectTypeOf(row).toEqualTypeOf<{ id: number; email: string }>();
    return { email: row.email };
  },
});
// @ts-expect-error the type of the rows is missing
fromQuery({ query: sql, key: 'id', user: (row: { email: string }) => ({ email: row.email }) });

// The file as a whole.
const entry = { sql: 'a.sql', key: 'id', email: 'email', event: { name: 'seen' } } as const;
const config = defineConfig({ syncs: { sync, entry, built: { builtIn: 'recent_engagement' } } });
expectTypeOf(config).toEqualTypeOf<ProjectConfig>();
defineConfig({
  syncs: { own: { query: 'select 1 as id', key: 'id', userId: 'id', profile: true } },
});
// @ts-expect-error no syncs
defineConfig({});
// @ts-expect-error an unknown property
defineConfig({ syncs: {}, sync: {} });
// @ts-expect-error the SQL is missing
defineConfig({ syncs: { own: { key: 'id', email: 'email' } } });
// @ts-expect-error a file and a text
defineConfig({ syncs: { own: { ...entry, query: 'select 1' } } });
// @ts-expect-error two identifiers
defineConfig({ syncs: { own: { ...entry, userId: 'id' } } });
// @ts-expect-error no identifier
defineConfig({ syncs: { own: { sql: 'a.sql', key: 'id' } } });
// @ts-expect-error no key
defineConfig({ syncs: { own: { sql: 'a.sql', email: 'email' } } });
// @ts-expect-error no such built-in sync
defineConfig({ syncs: { own: { builtIn: 'recent' } } });
// @ts-expect-error days are for the built-in sync
defineConfig({ syncs: { own: { ...entry, days: 3 } } });
// @ts-expect-error a parameter is a plain value
defineConfig({ syncs: { own: { ...entry, parameters: { since: new Date() } } } });
