import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { createFile } from './ledger-file.js';
import { resultCode, toSqliteError } from './sqlite-error.js';

const BUSY = 5;

/**
 * Where the lock of a sync is. The file stays empty, and stays: to delete it would let two processes
 * hold a lock each, one on the file that has no name any more.
 */
export function lockPath(ledgerPath: string, syncName: string): string {
  const hash = createHash('sha256').update(syncName).digest('hex').slice(0, 16);
  return `${ledgerPath}-lock-${hash}`;
}

/**
 * Takes a lock that the operating system takes away from a process that ends, however it ends: an
 * exclusive transaction on an empty database, which also holds within one process.
 *
 * @returns what lets go of it, or nothing when another has it
 */
export function takeLock(path: string): (() => void) | undefined {
  createFile(path);
  const lock = tryBegin(path, 'pragma journal_mode = memory; begin exclusive');
  return lock && (() => lock.close());
}

/** Whether some process holds the lock, this one included. */
export function isLocked(path: string): boolean {
  if (!existsSync(path)) return false;
  const probe = tryBegin(path, 'select 1 from sqlite_schema');
  probe?.close();
  return probe === undefined;
}

function tryBegin(path: string, sql: string): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    database.exec(sql);
    return database;
  } catch (error) {
    database?.close();
    if (resultCode(error) === BUSY) return undefined;
    throw toSqliteError(error, `The lock ${path}`);
  }
}
