import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Backend, KnownSync, Session } from '../backend.js';
import { LedgerError } from '../ledger-error.js';
import { migrate } from '../migrate.js';
import { type ColumnTypes, migrationsFor } from '../migrations.js';
import type { LedgerSchema } from '../schema.js';
import { advisoryUnlock, heldAdvisoryLocks, lockKey, tryAdvisoryLock } from './advisory-lock.js';
import { postgresBulk } from './bulk-sql.js';
import { importPg } from './import-pg.js';
import { codedPool, describePool, poolOptions } from './pool.js';
import { reserve } from './reserve.js';

const COLUMN_TYPES: ColumnTypes = {
  number: 'bigint',
  counting: (column) => column.generatedAlwaysAsIdentity().primaryKey(),
  binaryText: sql`text collate "C"`,
};

/**
 * What every connection needs, whatever the role's defaults are. The server notices within a minute that
 * a machine is gone, and frees its lock; and it doesn't end a run that has nothing to write for a while.
 * Settings that an older server doesn't know are left out.
 */
const SETTINGS = `
  select set_config(name, value, false)
  from (values
    ('default_transaction_isolation', 'read committed'),
    ('idle_session_timeout', '0'),
    ('tcp_keepalives_idle', '30'),
    ('tcp_keepalives_interval', '10'),
    ('tcp_keepalives_count', '3')
  ) as wanted (name, value)
  where current_setting(name, true) is not null`;

/** Opens a ledger in the first schema of the role's `search_path`. */
export async function openPostgresBackend(
  url: string,
  connect: Readonly<Record<string, unknown>>,
  { create }: { readonly create: boolean },
): Promise<Backend> {
  const pg = await importPg();
  const options = poolOptions(pg, url, connect);
  const place = describePool(options);
  const bare = new Kysely<LedgerSchema>({
    dialect: new PostgresDialect({
      pool: codedPool(new pg.Pool(options), place, SETTINGS),
    }),
  });
  try {
    const schema = await currentSchema(bare, place);
    const db = bare.withSchema(schema);
    await migrate({ db, migrations: migrationsFor(COLUMN_TYPES), schema, place, create });
    return {
      db,
      bulk: postgresBulk,
      session: () => openSession(db, schema),
      held: (syncs) => heldOf(db, schema, syncs),
      close: () => bare.destroy(),
    };
  } catch (error) {
    await bare.destroy();
    throw error;
  }
}

async function currentSchema(db: Kysely<LedgerSchema>, place: string): Promise<string> {
  const { rows } = await sql<{ schema: string | null }>`
    select current_schema() as schema
  `.execute(db);
  const schema = rows[0]?.schema;
  if (typeof schema === 'string') return schema;
  throw new LedgerError(
    'PERMISSION',
    `${place}: no schema of its search_path exists. Create one, or grant its usage to this role.`,
  );
}

/** The lock belongs to the connection, and all of the run goes over it. */
async function openSession(db: Kysely<LedgerSchema>, schema: string): Promise<Session> {
  const own = await reserve(db);
  let held: string | undefined;
  return {
    db: own.db,
    // A server finishes the statement of a client that was killed before it looks after the client.
    lockPatienceMs: 2_000,
    tryLock: async (within, sync) => {
      const key = lockKey(schema, sync.name);
      if (!(await tryAdvisoryLock(within, key))) return false;
      held = key;
      return true;
    },
    release: async () => {
      const key = held;
      held = undefined;
      // A connection that can't do it any more is lost, and the lock with it.
      if (key !== undefined) await advisoryUnlock(own.db, key).catch(() => undefined);
      await own.release();
    },
  };
}

async function heldOf(
  db: Kysely<LedgerSchema>,
  schema: string,
  syncs: readonly KnownSync[],
): Promise<ReadonlySet<number>> {
  const keys = await heldAdvisoryLocks(db);
  return new Set(syncs.filter(({ name }) => keys.has(lockKey(schema, name))).map(({ id }) => id));
}
