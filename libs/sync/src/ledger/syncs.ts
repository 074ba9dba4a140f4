import { type Kysely } from 'kysely';
import type { KnownSync } from './backend.js';
import type { LedgerSchema } from './schema.js';
import { encodeText } from './text.js';

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
