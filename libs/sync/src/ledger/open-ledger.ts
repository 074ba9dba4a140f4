import { KyselyLedger } from './kysely-ledger.js';
import type { Ledger } from './ledger.js';
import { type LedgerOptions, resolveLedgerOptions } from './ledger-options.js';

/**
 * Opens a ledger, and makes it where there is none, unless it is told not to.
 *
 * - `sqlite:PATH`: a file on a disk of this machine, readable by its owner only. Not on a network drive:
 *   neither SQLite's log nor its locks work there. Node.js 22 prints an `ExperimentalWarning` for its
 *   `node:sqlite`. Nothing else in the process may open the file, or POSIX takes the locks off it.
 * - `sqlite::memory:`: for tests; gone when it is closed.
 * - `postgres://…`: for several machines; needs the package `pg`. The role must be allowed to create
 *   tables in the first schema of its `search_path`, the first time. A lock belongs to a session, so a
 *   pooler between must pool sessions, not transactions.
 *
 * @throws TypeError for a wrong option, before anything is opened
 * @throws LedgerError when it can't be opened; `code` says why: `MISSING` where there is none and `create` is
 * false
 */
export async function openLedger(options: string | LedgerOptions): Promise<Ledger> {
  const { place, connect, busyTimeoutMs, create } = resolveLedgerOptions(
    typeof options === 'string' ? { url: options } : options,
  );
  if (place.kind === 'postgres') {
    const { openPostgresBackend } = await import('./postgres/postgres-backend.js');
    return new KyselyLedger(await openPostgresBackend(place.url, connect, { create }));
  }
  const { openSqliteBackend } = await import('./sqlite/sqlite-backend.js');
  const path = place.kind === 'sqlite' ? place.path : undefined;
  return new KyselyLedger(await openSqliteBackend(path, { busyTimeoutMs, create }));
}
