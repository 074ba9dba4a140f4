import { closeSync, mkdirSync, openSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LedgerError } from '../ledger-error.js';
import { missingError } from '../missing-error.js';

const OWNER_ONLY = 0o600;

/**
 * Makes the file and its folder where they are missing, readable by their owner only: identities of
 * people are in it. SQLite gives the same rights to the files that it puts beside.
 *
 * @returns the real path, so that whoever comes over a symbolic link finds the same lock
 * @throws LedgerError `PERMISSION`, `FULL` or `NOT_A_LEDGER`; `MISSING` where nothing may be made
 */
export function prepareLedgerFile(given: string, { create }: { readonly create: boolean }): string {
  const path = resolve(given);
  try {
    if (create) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      createFile(path);
    } else if (!statSync(path, { throwIfNoEntry: false })) {
      throw missingError(`The ledger ${path}`);
    }
    if (statSync(path).isDirectory()) {
      throw new LedgerError(
        'NOT_A_LEDGER',
        `${path} is a folder: give the path of a file, such as sqlite:${given}/ledger.db`,
      );
    }
    return realpathSync(path);
  } catch (error) {
    throw toFileError(error, path);
  }
}

/**
 * Makes an empty file unless there is one. One that is there is never opened: to close it again would
 * take this process's locks off it, as POSIX has it (https://sqlite.org/howtocorrupt.html, 2.2).
 */
export function createFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', OWNER_ONLY));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function toFileError(error: unknown, path: string): unknown {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new LedgerError(
        'PERMISSION',
        `${path} can't be made or read: give this user the rights to its folder, or give another path`,
        { cause: error },
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new LedgerError('FULL', `${path}: no space left on its disk`, { cause: error });
    case 'EEXIST':
    case 'ENOTDIR':
    case 'ENOENT':
    case 'ELOOP':
      return new LedgerError(
        'NOT_A_LEDGER',
        `${path} can't be: a part of the path is a file, or a link that leads nowhere; give another path`,
        { cause: error },
      );
    default:
      return error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
