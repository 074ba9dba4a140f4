import { expectTypeOf } from 'vitest';
import {
  type AnyQuery,
  type Database,
  databaseOptionsFromEnvironment,
  defineQuery,
  openDatabase,
  type ProUserEngagement,
  proUsersWithRecentEngagement,
  type Query,
  type QuerySource,
  type RowOf,
  type Snapshot,
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
