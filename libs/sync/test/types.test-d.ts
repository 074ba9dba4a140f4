import { defineSync, runSync, type SyncClient, type SyncSummary } from '../src/index.js';

interface Row {
  readonly id: bigint;
  readonly email: string;
}
declare const client: SyncClient;
declare const rows: AsyncIterable<Row>;
declare const others: AsyncIterable<{ readonly name: string }>;

const sync = defineSync<Row>({
  name: 'typed',
  key: (row) => String(row.id),
  user: (row) => ({ email: row.email, dataFields: { id: row.id } }),
});

const summary: Promise<SyncSummary> = runSync({ sync, rows, client });
void summary;

// @ts-expect-error the rows are not those that the sync is about
void runSync({ sync, rows: others, client });

// @ts-expect-error a column that the row does not have
defineSync<Row>({ name: 'x', key: (row) => row.key, user: () => null });

// @ts-expect-error a key is text
defineSync<Row>({ name: 'x', key: (row) => row.id, user: () => null });

// @ts-expect-error a payload needs an identifier
defineSync<Row>({ name: 'x', key: () => 'k', user: () => ({ dataFields: {} }) });

// @ts-expect-error an event needs a name
defineSync<Row>({ name: 'x', key: () => 'k', event: (row) => ({ email: row.email }) });

// @ts-expect-error an unknown option
void runSync({ sync, rows, client, concurency: 3 });

type IsAny<T> = 0 extends 1 & T ? true : false;
const nothingIsAny: [IsAny<Awaited<typeof summary>>, IsAny<typeof sync>] = [false, false];
void nothingIsAny;
