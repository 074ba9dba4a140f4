import { DatabaseError, openDatabase, sqlQuery, type Database } from '@org/db-query';
import { failed, warning, type Finding } from '../finding.js';
import { withSnapshot } from '../with-snapshot.js';

/**
 * What the role of a ledger in PostgreSQL may not do, and a run has to; nothing where it may do all.
 *
 * @param exists whether its tables are there
 */
export async function ledgerRights(
  url: string,
  exists: boolean,
  signal: AbortSignal,
): Promise<Finding | undefined> {
  const opened = open(url);
  if (!opened) return notAsked(exists, 'its URL has parameters that only node-postgres knows');
  await using database = opened;
  try {
    const lacking = sqlQuery({
      name: 'rights of the ledger',
      text: exists ? RIGHTS_ON_TABLES : RIGHT_TO_CREATE,
    });
    const missing = await withSnapshot(database, signal, async (snapshot) => {
      const rights: string[] = [];
      for await (const row of snapshot.stream(lacking, { signal })) {
        rights.push(String(row['missing']));
      }
      return rights;
    });
    if (missing.length === 0) return undefined;
    const { user } = database.server;
    const grants = missing.map((right) => `grant ${right} to ${user}`).join('; ');
    return failed(
      `the role ${user} of LEDGER_URL may not ${missing.join(', nor ')}: a run ends before it sends anything`,
      `let the owner run "${grants}", or name another role or place with LEDGER_URL`,
    );
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code === 'CANCELLED') throw error;
    return notAsked(exists, error.message);
  }
}

/** The database as the ledger reaches it; nothing where the URL has what only the ledger's driver knows. */
function open(url: string): Database | undefined {
  const read = new URL(url);
  // Without a word of it, a ledger's connection is not encrypted, wherever its server is.
  if (!read.searchParams.has('sslmode')) read.searchParams.set('sslmode', 'disable');
  try {
    return openDatabase({ url: read.href, maxConnections: 1 });
  } catch {
    return undefined;
  }
}

function notAsked(exists: boolean, why: string): Finding {
  return warning(
    `it is in reach; whether a run may write to it could not be asked: ${why}`,
    exists
      ? 'make sure that its role may select, insert and update in its tables (sync_ledger_*)'
      : 'make sure that its role may create tables in the first schema of its search_path',
  );
}

/** The first schema of the `search_path` is where the tables come to be. */
const RIGHT_TO_CREATE = `
select pg_catalog.format('create on schema %I', current_schema()) as missing
where pg_catalog.has_schema_privilege(current_schema(), 'create') is not true`;

const RIGHTS_ON_TABLES = `
select pg_catalog.format('%s on %I.%I', needed.privilege, current_schema(), found.relname) as missing
from pg_catalog.pg_class found
cross join (values ('select'), ('insert'), ('update')) needed (privilege)
where found.relnamespace = (select oid from pg_catalog.pg_namespace where nspname = current_schema())
  and found.relname in ('sync_ledger_syncs', 'sync_ledger_runs', 'sync_ledger_entries')
  and not pg_catalog.has_table_privilege(found.oid, needed.privilege)
order by found.relname, needed.privilege`;
