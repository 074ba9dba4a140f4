// Keeps what customers have bought up to date in Iterable. Run it as often as you like: only what
// changed since the last run is sent.
//
//   node sync-customers.ts
import {
  databaseOptionsFromEnvironment,
  defineQuery,
  openDatabase,
  type QuerySource,
  type RowOf,
} from '@org/db-query';
import { IterableClient } from '@org/iterable-client';
import { defineSync, runSync } from '@org/sync';
import { openLedger } from '@org/sync/ledger';

/** The tables, as far as the query reads them. */
interface Shop {
  customers: { id: bigint; email: string; city: string | null };
  orders: { id: bigint; customer_id: bigint; placed_at: Date };
}

const customersWithOrders = defineQuery({
  name: 'customers-with-orders',
  build: (db: QuerySource<Shop>, since: Date) =>
    db
      .selectFrom('customers')
      .innerJoin('orders', 'orders.customer_id', 'customers.id')
      .select(({ fn }) => [
        'customers.id',
        'customers.email',
        'customers.city',
        fn.count<bigint>('orders.id').as('order_count'),
        fn.max('orders.placed_at').as('last_order_at'),
      ])
      .where('orders.placed_at', '>=', since)
      .groupBy('customers.id')
      .orderBy('customers.id'),
});

/** The query says what a row looks like: a column that is misspelt below does not compile. */
type Customer = RowOf<ReturnType<typeof customersWithOrders>>;

const customers = defineSync<Customer>({
  name: 'customers',
  key: ({ id }) => String(id),
  user: ({ email, city, order_count, last_order_at }) => ({
    email,
    dataFields: { city, orderCount: order_count, lastOrderAt: last_order_at },
  }),
  event: ({ email, last_order_at }) => ({
    email,
    eventName: 'ordered',
    createdAt: last_order_at,
  }),
});

const { ITERABLE_API_KEY = '', ITERABLE_BASE_URL, LEDGER_URL = 'sqlite:ledger.db' } = process.env;
const client = new IterableClient({
  apiKey: ITERABLE_API_KEY,
  ...(ITERABLE_BASE_URL && { baseUrl: ITERABLE_BASE_URL }),
});
const ledger = await openLedger(LEDGER_URL);
const database = openDatabase(databaseOptionsFromEnvironment(process.env));
try {
  const snapshot = await database.snapshot();
  const rows = snapshot.stream(customersWithOrders(new Date('2026-01-01T00:00:00Z')));
  const { counts, failures, stopped } = await runSync({ sync: customers, rows, client, ledger });

  for (const { key, user, event } of failures) console.error(key, user, event);
  if (stopped) console.error(stopped.detail);
  console.log(`${counts.delivered} delivered, ${counts.unchanged} unchanged, ${counts.rows} rows`);
  if (counts.delivered + counts.unchanged !== counts.rows) process.exitCode = 1;
} finally {
  // Ends the snapshot, too.
  await database.close();
  await ledger.close();
}
