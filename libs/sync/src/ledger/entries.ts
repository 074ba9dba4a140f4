import { type Kysely, sql } from 'kysely';
import type { BulkSql } from './backend.js';
import {
  ENTRY_COLUMNS,
  entryOfRow,
  RESULT_COLUMNS,
  type ResultRow,
  rowOfResult,
  rowOfWrite,
  storedKey,
  WRITE_COLUMNS,
  type WriteRow,
} from './entry-row.js';
import type { LedgerEntry, LedgerResult, LedgerWrite } from './ledger.js';
import { FIRST_FAILURE } from './outcomes.js';
import { pages } from './pages.js';
import type { LedgerSchema } from './schema.js';

/** Where the entries of a sync are. */
export interface EntriesOf {
  readonly db: Kysely<LedgerSchema>;
  readonly bulk: BulkSql;
  readonly sync: number;
}

/** Most keys or entries of one call. */
const MOST = 1000;
/** Entries in memory at once where they are streamed. */
const PAGE = 1000;
/** Ids are small. */
const PAGE_OF_IDS = 20_000;

export async function findEntries(
  { db, bulk, sync }: EntriesOf,
  keys: readonly string[],
): Promise<(LedgerEntry | undefined)[]> {
  atMost('find', keys);
  const stored = keys.map(storedKey);
  const rows = await db
    .selectFrom('sync_ledger_entries')
    .select(ENTRY_COLUMNS)
    .where('sync_id', '=', sync)
    .where(bulk.among(sql.ref('key'), 'text', stored))
    .execute();
  const found = new Map(rows.map((row) => [row.key, row]));
  return stored.map((key) => {
    const row = found.get(key);
    return row && entryOfRow(row);
  });
}

/** Writes over what is there; of two entries with one key, the later counts. */
export async function writeEntries(
  { db, bulk, sync }: EntriesOf,
  run: number,
  entries: readonly LedgerWrite[],
): Promise<number[]> {
  atMost('write', entries);
  const rows = entries.map(rowOfWrite);
  const last = new Map(rows.map((row) => [row.key, row]));
  const written = await db.transaction().execute((transaction) =>
    transaction
      .insertInto('sync_ledger_entries')
      .columns(['sync_id', 'run_id', 'gone', ...WRITTEN])
      .expression((eb) =>
        eb
          .selectFrom(bulk.table<WriteRow>(WRITE_COLUMNS, [...last.values()]).as('row'))
          .select([sql.lit(sync).as('sync_id'), sql.lit(run).as('run_id'), sql.lit(0).as('gone')])
          .select(WRITTEN.map((name) => `row.${name}` as const))
          // SQLite would take `on conflict` for a join's.
          .where(sql.lit(true), '=', sql.lit(true)),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['sync_id', 'key'])
          .doUpdateSet((eb) =>
            Object.fromEntries(
              (['run_id', 'gone', ...WRITTEN] as const).map((name) => [
                name,
                eb.ref(`excluded.${name}`),
              ]),
            ),
          ),
      )
      .returning(['id', 'key'])
      .execute(),
  );
  const ids = new Map(written.map(({ id, key }) => [key, id]));
  return rows.map(({ key }) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error('the database did not return an entry that it wrote');
    return id;
  });
}

/** Changes entries of one run, which are there. */
export async function settleEntries(
  { db, bulk }: EntriesOf,
  run: number,
  results: readonly LedgerResult[],
): Promise<void> {
  atMost('settle', results);
  const last = new Map(results.map((result) => [result.id, rowOfResult(result)]));
  if (last.size === 0) return;
  await db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('sync_ledger_entries as entry')
      .from(bulk.table<ResultRow>(RESULT_COLUMNS, [...last.values()]).as('row'))
      .set((eb) => Object.fromEntries(SETTLED.map((name) => [name, eb.ref(`row.${name}`)])))
      .whereRef('entry.id', '=', 'row.id')
      // No more than that: SQLite would look for rows of the sync, and compare each with all results.
      .where('run_id', '=', run)
      .executeTakeFirstOrThrow();
    if (Number(numUpdatedRows) !== last.size) {
      throw new Error('the ledger does not have all entries any more that this run has written');
    }
  });
}

const SETTLED = (Object.keys(RESULT_COLUMNS) as (keyof ResultRow)[]).filter(
  (name) => name !== 'id',
);

const WRITTEN = Object.keys(WRITE_COLUMNS) as (keyof WriteRow)[];

export async function countEntries({ db, sync }: EntriesOf): Promise<number> {
  const { count } = await db
    .selectFrom('sync_ledger_entries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('sync_id', '=', sync)
    .where('gone', '=', sql.lit(0))
    .executeTakeFirstOrThrow();
  return count;
}

/** Reads ids first: most are in the set, and an id costs little. */
export async function* missingEntries(
  { db, bulk, sync }: EntriesOf,
  seen: { has(id: number): boolean },
): AsyncGenerator<LedgerEntry> {
  const present = db
    .selectFrom('sync_ledger_entries')
    .where('sync_id', '=', sync)
    .where('gone', '=', sql.lit(0));
  const ids = pages(PAGE_OF_IDS, (after, limit) =>
    present.select('id').where('id', '>', after).orderBy('id').limit(limit).execute(),
  );
  for await (const page of ids) {
    const missing = page.map(({ id }) => id).filter((id) => !seen.has(id));
    for (let start = 0; start < missing.length; start += PAGE) {
      const rows = await present
        .select(ENTRY_COLUMNS)
        .where(bulk.among(sql.ref('id'), 'bigint', missing.slice(start, start + PAGE)))
        .orderBy('id')
        .execute();
      yield* rows.map(entryOfRow);
    }
  }
}

export async function* failedEntries({ db, sync }: EntriesOf): AsyncGenerator<LedgerEntry> {
  const failed = pages(PAGE, (after, limit) =>
    db
      .selectFrom('sync_ledger_entries')
      .select(ENTRY_COLUMNS)
      .where('sync_id', '=', sync)
      .where('outcome', '>=', sql.lit(FIRST_FAILURE))
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute(),
  );
  for await (const page of failed) yield* page.map(entryOfRow);
}

export async function markEntriesGone(
  { db, bulk, sync }: EntriesOf,
  ids: readonly number[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (let start = 0; start < ids.length; start += MOST) {
      await transaction
        .updateTable('sync_ledger_entries')
        .set({ gone: 1 })
        .where('sync_id', '=', sync)
        .where(bulk.among(sql.ref('id'), 'bigint', ids.slice(start, start + MOST)))
        .execute();
    }
  });
}

function atMost(call: string, items: readonly unknown[]): void {
  if (items.length > MOST) {
    throw new TypeError(
      `${call}: at most ${String(MOST)} at once; received ${String(items.length)}`,
    );
  }
}
