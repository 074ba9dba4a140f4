import { type Kysely, sql } from 'kysely';
import type { KnownSync } from './backend.js';
import type { SyncRecord } from './ledger.js';
import { FIRST_FAILURE } from './outcomes.js';
import type { LedgerSchema } from './schema.js';
import { decodeText, encodeText } from './text.js';

/** The sync, if it ever ran. */
export async function findSync(
  db: Kysely<LedgerSchema>,
  name: string,
): Promise<KnownSync | undefined> {
  return await db
    .selectFrom('sync_ledger_syncs')
    .select(['id', 'name'])
    .where('name', '=', encodeText(name))
    .executeTakeFirst();
}

/**
 * Enters the sync if it is new. Until the transaction ends nobody else gets through here with the same
 * sync: PostgreSQL locks the row, SQLite the file.
 */
export async function enterSync(
  transaction: Kysely<LedgerSchema>,
  name: string,
): Promise<KnownSync> {
  return await transaction
    .insertInto('sync_ledger_syncs')
    .values({ name: encodeText(name) })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ name: eb.ref('excluded.name') })),
    )
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow();
}

/** The syncs that ever ran, the one of the newest run first. */
export async function listSyncs(db: Kysely<LedgerSchema>): Promise<SyncRecord[]> {
  const syncs = await db
    .selectFrom('sync_ledger_syncs as sync')
    .select('sync.name')
    .select((eb) => {
      const present = eb
        .selectFrom('sync_ledger_entries as entry')
        .whereRef('entry.sync_id', '=', 'sync.id')
        .where('entry.gone', '=', sql.lit(0))
        .select(eb.fn.countAll<number>().as('count'));
      const failed = present.where('entry.outcome', '>=', sql.lit(FIRST_FAILURE));
      const newest = eb
        .selectFrom('sync_ledger_runs as run')
        .whereRef('run.sync_id', '=', 'sync.id')
        .select((run) => run.fn.max('run.id').as('id'));
      return [present.as('rows'), failed.as('failures'), newest.as('newest')];
    })
    .orderBy('newest', 'desc')
    .execute();
  return syncs.map(({ name, rows, failures }) => ({
    sync: decodeText(name),
    rows: rows ?? 0,
    failures: failures ?? 0,
  }));
}
