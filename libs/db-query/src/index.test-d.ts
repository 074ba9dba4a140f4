import { expectTypeOf } from 'vitest';
import {
  type AnyQuery,
  type ColumnDescription,
  type CsvCopy,
  type Database,
  databaseOptionsFromEnvironment,
  defineQuery,
  type KeyReport,
  openDatabase,
  type ProUserEngagement,
  proUsersWithRecentEngagement,
  type Query,
  type QuerySource,
  type RowOf,
  type Snapshot,
  type SqlQuery,
  sqlQuery,
  type StreamOptions,
  type Timestamp,
} from './index.js';

declare const database: Database;
declare const snapshot: Snapshot;

// The row type reaches the loop.
for await (const user of snapshot.stream(proUsersWithRecentEngagement())) {
  expectTypeOf(user).toEqualTypeOf<ProUserEngagement>();
  expectTypeOf(user).not.toBeAny();
  expectTypeOf(user.id).toEqualTypeOf<bigint>();
  expectTypeOf(user.candidate).toEqualTypeOf<string | null>();
  expectTypeOf(user.event_time).toEqualTypeOf<Timestamp>();
  expectTypeOf(user.event_time).toExtend<Date>();
  // @ts-expect-error no such column
  void user.emial;
  // @ts-expect-error a bigint is not a number
  const id: number = user.id;
  void id;
}
expectTypeOf<
  RowOf<ReturnType<typeof proUsersWithRecentEngagement>>
>().toEqualTypeOf<ProUserEngagement>();

// What is selected is inferred, and so are the parameters.
interface Shop {
  customer: { id: bigint; email: string; since: Date };
}
const newCustomers = defineQuery({
  name: 'new-customers',
  build: (db: QuerySource<Shop>, since: Date) =>
    db.selectFrom('customer').select(['id', 'email as address']).where('since', '>=', since),
});
const query = newCustomers(new Date(0));
expectTypeOf(query).toEqualTypeOf<Query<{ id: bigint; address: string }>>();
expectTypeOf(query.columns).toEqualTypeOf<readonly ('id' | 'address')[]>();
expectTypeOf(query).toExtend<AnyQuery>();
expectTypeOf(snapshot.stream(query)).toEqualTypeOf<
  AsyncIterable<{ id: bigint; address: string }>
>();
// @ts-expect-error the parameter is missing
newCustomers();
// @ts-expect-error the parameter has another type
newCustomers('yesterday');
// @ts-expect-error rows of one query are not those of another
const other: Query<ProUserEngagement> = query;
void other;

// Where JSON and arrays may be text, the row type keeps the names and promises no values.
const texts = snapshot.stream(query, { nested: 'text' });
expectTypeOf(texts).toEqualTypeOf<AsyncIterable<Record<'id' | 'address', unknown>>>();
expectTypeOf(snapshot.stream(query, { nested: 'parsed' })).toEqualTypeOf<
  AsyncIterable<{ id: bigint; address: string }>
>();
declare const anyOptions: StreamOptions;
expectTypeOf(snapshot.stream(query, anyOptions)).toEqualTypeOf<typeof texts>();
// @ts-expect-error no such form
snapshot.stream(query, { nested: 'json' });

// SQL of one's own: its rows are unknown, and stay so.
const own = sqlQuery({ name: 'own.sql', text: 'select :a as a', parameters: { a: 1n } });
expectTypeOf(own).toEqualTypeOf<SqlQuery>();
expectTypeOf(own.columns).toEqualTypeOf<undefined>();
for await (const row of snapshot.stream(own)) {
  expectTypeOf(row).toEqualTypeOf<Record<string, unknown>>();
  expectTypeOf(row['a']).not.toBeAny();
  // @ts-expect-error nobody knows that it is a bigint
  const a: bigint = row['a'];
  void a;
}
// @ts-expect-error it is no typed query
const typed: Query<{ a: bigint }> = own;
void typed;
// @ts-expect-error no text
sqlQuery({ name: 'own.sql' });
// @ts-expect-error parameters have names
sqlQuery({ name: 'own.sql', text: 'select 1', parameters: [1] });
// @ts-expect-error an unknown option
sqlQuery({ name: 'own.sql', text: 'select 1', values: {} });

// What is asked of a query, whoever wrote it.
for (const asked of [query, own]) {
  expectTypeOf(snapshot.describe(asked)).toEqualTypeOf<Promise<readonly ColumnDescription[]>>();
  expectTypeOf(snapshot.checkKey(asked, { column: 'id' })).toEqualTypeOf<Promise<KeyReport>>();
  expectTypeOf(snapshot.copy(asked, { dates: 'iso' })).toEqualTypeOf<CsvCopy>();
}
expectTypeOf<CsvCopy>().toExtend<AsyncIterable<Uint8Array>>();
expectTypeOf<CsvCopy['rows']>().toEqualTypeOf<number | undefined>();
expectTypeOf<CsvCopy['header']>().toEqualTypeOf<boolean>();
// @ts-expect-error which column?
void snapshot.checkKey(query, {});
// @ts-expect-error which column?
void snapshot.checkKey(query);
// @ts-expect-error a query is more than its SQL
void snapshot.checkKey('select 1', { column: 'id' });
// @ts-expect-error the server calls no function
snapshot.copy(query, { dates: (date: Date) => date.toISOString() });
// @ts-expect-error the lines of COPY end one way
snapshot.copy(query, { lineEnding: '\r\n' });
// @ts-expect-error the columns are those of the query
snapshot.copy(query, { columns: ['id'] });
// @ts-expect-error a report isn't changed
(await snapshot.checkKey(query, { column: 'id' })).rows = 0;

declare const db: QuerySource<Shop>;
// @ts-expect-error no such table
void db.selectFrom('costumer');
// @ts-expect-error no such column
void db.selectFrom('customer').select(['emial']);
// @ts-expect-error a query only reads
void db.deleteFrom;
// @ts-expect-error no name
defineQuery({ build: () => db.selectFrom('customer').select('id') });

// Options.
expectTypeOf(
  openDatabase({ url: 'postgresql://a@b/c', maxConnections: 1 }),
).toEqualTypeOf<Database>();
openDatabase({ ...databaseOptionsFromEnvironment({}), maxConnections: 1 });
openDatabase({ host: 'a', database: 'b', user: 'c', tls: { mode: 'verify-ca', ca: '' } });
// @ts-expect-error neither a URL nor all parts
openDatabase({ host: 'a', user: 'c' });
// @ts-expect-error a URL and a part
openDatabase({ url: 'postgresql://a@b/c', host: 'b' });
// @ts-expect-error an unknown option
openDatabase({ url: 'postgresql://a@b/c', maxConnection: 1 });
// @ts-expect-error verify-ca without an authority
openDatabase({ host: 'a', database: 'b', user: 'c', tls: { mode: 'verify-ca' } });
// @ts-expect-error libpq's opportunistic mode
openDatabase({ host: 'a', database: 'b', user: 'c', tls: { mode: 'prefer' } });
// @ts-expect-error days is a number
proUsersWithRecentEngagement({ days: '7' });
// @ts-expect-error an unknown option
proUsersWithRecentEngagement({ day: 7 });
// @ts-expect-error limit is a number
proUsersWithRecentEngagement({ limit: 7n });
// @ts-expect-error a query is more than its SQL
snapshot.stream('select 1');
// @ts-expect-error an unknown option
snapshot.stream(query, { batch: 5 });
// @ts-expect-error what check says can't be changed
(await database.check()).user = 'other';

// Owners can be disposed of.
await using disposable = await database.snapshot();
expectTypeOf(disposable).toExtend<AsyncDisposable>();
expectTypeOf(database).toExtend<AsyncDisposable>();
