import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Backend, KnownSync, Session } from '../backend.js';
import { LedgerError } from '../ledger-error.js';
import { missingError } from '../missing-error.js';
import { migrate } from '../migrate.js';
import { type ColumnTypes, migrationsFor } from '../migrations.js';
import type { LedgerSchema } from '../schema.js';
import { sqliteBulk } from './bulk-sql.js';
import { prepareLedgerFile } from './ledger-file.js';
import { LedgerSqliteDialect } from './ledger-sqlite-dialect.js';
import { fileLocks, memoryLocks, type SyncLocks } from './sync-locks.js';
import { toSqliteError } from './sqlite-error.js';

/** In the header of the file, so that no other program's database is taken for a ledger: "ISyL". */
const APPLICATION_ID = 0x4953794c;

const COLUMN_TYPES: ColumnTypes = {
  number: 'integer',
  counting: (column) => column.primaryKey(),
  binaryText: sql`text`,
};

/** Opens a ledger in a file, or in memory where there is no path. */
export async function openSqliteBackend(
  given: string | undefined,
  { create, ...options }: { readonly busyTimeoutMs: number; readonly create: boolean },
): Promise<Backend> {
  const path = given === undefined ? ':memory:' : prepareLedgerFile(given, { create });
  const place = given === undefined ? 'The ledger in memory' : `The ledger ${path}`;
  const locks = given === undefined ? memoryLocks() : fileLocks(path);
  const db = new Kysely<LedgerSchema>({
    dialect: new LedgerSqliteDialect({ database: openFile(path, place), place, ...options }),
  });
  try {
    await checkOurs(db, { place, create });
    await settle(db);
    await migrate({ db, migrations: migrationsFor(COLUMN_TYPES), place, create });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    db,
    bulk: sqliteBulk,
    session: () => Promise.resolve(sessionOf(db, locks)),
    held: (syncs) => Promise.resolve(heldOf(syncs, locks)),
    close: () => db.destroy(),
  };
}

function openFile(path: string, place: string): DatabaseSync {
  try {
    return new DatabaseSync(path);
  } catch (error) {
    throw toSqliteError(error, place);
  }
}

/**
 * @throws LedgerError `NOT_A_LEDGER` for a database of another program, `MISSING` for an empty one that may
 * not be made a ledger; they are left as they are
 */
async function checkOurs(
  db: Kysely<LedgerSchema>,
  { place, create }: { readonly place: string; readonly create: boolean },
): Promise<void> {
  const { rows } = await sql<{ tables: number; id: number }>`
    select (select count(*) from sqlite_schema) as tables, (select application_id from pragma_application_id) as id
  `.execute(db);
  const [found] = rows;
  const empty = !found || found.tables === 0;
  if (empty && !create) throw missingError(place);
  if (empty || found.id === APPLICATION_ID) return;
  throw new LedgerError(
    'NOT_A_LEDGER',
    `${place} is the database of another program: give another path`,
  );
}

/**
 * A write-ahead log, so that readers and the writer don't wait for each other. `full`: what was
 * acknowledged survives a power cut too, since a forgotten delivery of a value that changes back
 * would look unchanged. The log grows to 40 MB before it is worked in, for keys are all over the file.
 */
async function settle(db: Kysely<LedgerSchema>): Promise<void> {
  await sql`pragma journal_mode = wal`.execute(db);
  await sql`pragma synchronous = full`.execute(db);
  await sql`pragma wal_autocheckpoint = 10000`.execute(db);
  await sql`pragma cache_size = -32000`.execute(db);
  await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(db);
}

function sessionOf(db: Kysely<LedgerSchema>, locks: SyncLocks): Session {
  let letGo: (() => void) | undefined;
  return {
    db,
    // Who only asks whether the lock is held gets in the way for a moment.
    lockPatienceMs: 100,
    tryLock: (_, sync) => {
      letGo = locks.take(sync.name);
      return Promise.resolve(letGo !== undefined);
    },
    release: () => {
      letGo?.();
      letGo = undefined;
      return Promise.resolve();
    },
  };
}

function heldOf(syncs: readonly KnownSync[], locks: SyncLocks): ReadonlySet<number> {
  return new Set(syncs.filter(({ name }) => locks.isHeld(name)).map(({ id }) => id));
}
