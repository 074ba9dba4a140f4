import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { LedgerError } from './ledger-error.js';
import { missingError } from './missing-error.js';
import type { LedgerSchema } from './schema.js';

const TABLE = 'sync_ledger_migrations';

/** What {@link migrate} takes. */
export interface MigrateOptions {
  readonly db: Kysely<LedgerSchema>;
  readonly migrations: Readonly<Record<string, Migration>>;
  /** Where the tables are, in a database that has schemas. */
  readonly schema?: string;
  /** Which ledger it is, for messages. */
  readonly place: string;
  /** Whether tables may be made where there are none. */
  readonly create: boolean;
}

/**
 * Brings the tables to this version.
 *
 * @throws LedgerError `NEWER_VERSION` where they are of a later one, `MISSING` where there are none and none
 * may be made; nothing is changed then
 */
export async function migrate(options: MigrateOptions): Promise<void> {
  const { db, migrations, schema, place, create } = options;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  const done = await migrationsOf(db, schema);
  if (done.length === 0 && !create) throw missingError(place);
  const unknown = done.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) {
    throw new LedgerError(
      'NEWER_VERSION',
      `${place} was written by a newer version (it has ${unknown.join(', ')}): update this program, or give it a ledger of its own`,
    );
  }
  if (done.length === Object.keys(migrations).length) return;
  const { error } = await migrator.migrateToLatest().catch((failure: unknown) => ({
    error: failure,
  }));
  if (error === undefined) return;
  // Where the connection is lost, letting go of the migrations' lock fails too and hides why.
  throw error instanceof LedgerError ? error : connectionLost(place, error);
}

function connectionLost(place: string, cause: unknown): LedgerError {
  const message = `${place}: the connection was lost while the tables were made; run it again`;
  return new LedgerError('CONNECTION', message, { cause });
}

/** The migrations that a ledger has; none where there is no ledger yet. */
async function migrationsOf(
  db: Kysely<LedgerSchema>,
  schema: string | undefined,
): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const table = tables.find(
    ({ name, schema: where }) => name === TABLE && (schema === undefined || where === schema),
  );
  if (!table) return [];
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(schema === undefined ? TABLE : `${schema}.${TABLE}`)} order by name
  `.execute(db);
  return rows.map(({ name }) => name);
}
