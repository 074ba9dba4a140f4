import type pg from 'pg';
import { LedgerError } from '../ledger-error.js';

/** @throws LedgerError `MISSING_PACKAGE` where node-postgres isn't installed */
export async function importPg(
  load: () => Promise<{ readonly default: typeof pg }> = () => import('pg'),
): Promise<typeof pg> {
  try {
    return (await load()).default;
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw new LedgerError(
      'MISSING_PACKAGE',
      'A ledger in PostgreSQL needs the package pg, which is not installed: npm install pg',
      { cause },
    );
  }
}

/** Whether it is `pg` itself, and not a part of it. */
function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_MODULE_NOT_FOUND' &&
    error.message.includes("'pg'")
  );
}
