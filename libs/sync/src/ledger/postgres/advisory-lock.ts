import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { LedgerSchema } from '../schema.js';

/** What stands for a sync among the advisory locks of a database, which are numbers of 64 bits. */
export function lockKey(schema: string, syncName: string): string {
  const hash = createHash('sha256').update(`iterable-sync ledger\0${schema}\0${syncName}`).digest();
  return hash.readBigInt64BE().toString();
}

/** Takes the lock for the session, unless another has it. */
export async function tryAdvisoryLock(db: Kysely<LedgerSchema>, key: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_lock(${key}::bigint) as taken
  `.execute(db);
  return rows[0]?.taken === true;
}

export async function advisoryUnlock(db: Kysely<LedgerSchema>, key: string): Promise<void> {
  await sql`select pg_advisory_unlock(${key}::bigint)`.execute(db);
}

/** The keys of all advisory locks that are held in this database. */
export async function heldAdvisoryLocks(db: Kysely<LedgerSchema>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select ((classid::bigint << 32) | objid::bigint)::text as key
    from pg_locks
    where locktype = 'advisory' and objsubid = 1 and granted
      and database = (select oid from pg_database where datname = current_database())
  `.execute(db);
  return new Set(rows.map(({ key }) => key));
}
