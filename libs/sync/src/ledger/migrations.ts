import { type ColumnDefinitionBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { FIRST_FAILURE } from './outcomes.js';
import type { LedgerSchema } from './schema.js';

/** How a database calls what the tables are made of. */
export interface ColumnTypes {
  /** A whole number of up to 53 bits. */
  readonly number: 'integer' | 'bigint';
  /** Makes a primary key that counts up. */
  readonly counting: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  /** Text that is compared byte by byte, whatever the system's collation is and becomes. */
  readonly binaryText: RawBuilder<unknown>;
}

/** All migrations by name, in their order. One that was released is never changed: it gets a successor. */
export function migrationsFor(types: ColumnTypes): Record<string, Migration> {
  return {
    '0001_tables': { up: (db: Kysely<LedgerSchema>) => createTables(db, types) },
  };
}

async function createTables(db: Kysely<LedgerSchema>, types: ColumnTypes): Promise<void> {
  const { number, counting, binaryText } = types;
  await db.schema
    .createTable('sync_ledger_syncs')
    .addColumn('id', number, counting)
    .addColumn('name', binaryText, (column) => column.notNull().unique())
    .execute();

  await db.schema
    .createTable('sync_ledger_runs')
    .addColumn('id', number, counting)
    .addColumn('sync_id', number, (column) => column.notNull().references('sync_ledger_syncs.id'))
    .addColumn('started_at', number, (column) => column.notNull())
    .addColumn('pid', number, (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('finished_at', number)
    .addColumn('counts', 'text')
    .addColumn('stop_reason', 'text')
    .addColumn('stop_detail', 'text')
    .execute();
  await db.schema
    .createIndex('sync_ledger_runs_by_sync')
    .on('sync_ledger_runs')
    .columns(['sync_id', 'id'])
    .execute();

  // No foreign keys: entries are written by the million, by nothing but this library.
  await db.schema
    .createTable('sync_ledger_entries')
    .addColumn('id', number, counting)
    .addColumn('sync_id', number, (column) => column.notNull())
    .addColumn('key', binaryText, (column) => column.notNull())
    .addColumn('long_key', 'text')
    .addColumn('run_id', number, (column) => column.notNull())
    .addColumn('outcome', 'smallint', (column) => column.notNull())
    .addColumn('gone', 'smallint', (column) => column.notNull())
    .addColumn('identity', 'text')
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('user_hash', 'text')
    .addColumn('user_note', 'text')
    .addColumn('event_hash', 'text')
    .addColumn('event_note', 'text')
    .execute();
  await db.schema
    .createIndex('sync_ledger_entries_by_key')
    .on('sync_ledger_entries')
    .columns(['sync_id', 'key'])
    .unique()
    .execute();
  await db.schema
    .createIndex('sync_ledger_entries_present')
    .on('sync_ledger_entries')
    .columns(['sync_id', 'id'])
    .where(sql.ref('gone'), '=', sql.lit(0))
    .execute();
  await db.schema
    .createIndex('sync_ledger_entries_failed')
    .on('sync_ledger_entries')
    .columns(['sync_id', 'id'])
    .where(sql.ref('outcome'), '>=', sql.lit(FIRST_FAILURE))
    .execute();
}
