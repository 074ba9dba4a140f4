import { LedgerError, type LedgerErrorCode } from '../ledger-error.js';

interface Remedy {
  readonly code: LedgerErrorCode;
  /** What was found, and what to do. */
  readonly says: string;
}

const RIGHTS: Remedy = {
  code: 'PERMISSION',
  says: "can't be written: give this user the rights to the file and to its folder",
};

/** SQLite's primary result codes that have a remedy of their own: https://sqlite.org/rescode.html */
const REMEDIES: Readonly<Record<number, Remedy>> = {
  3: RIGHTS,
  5: { code: 'BUSY', says: 'is being written by another process for too long: try again later' },
  8: RIGHTS,
  11: {
    code: 'CORRUPT',
    says: 'is damaged: put a backup in its place, or delete it and sync anew',
  },
  13: { code: 'FULL', says: 'has no space left to grow: free some on its disk' },
  14: { ...RIGHTS, says: "can't be opened: give this user the rights to the file and its folder" },
  26: { code: 'NOT_A_LEDGER', says: 'is not an SQLite database: give another path' },
};

/** The primary result code of an error of `node:sqlite`, or nothing if it is another's. */
export function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

/** The error to throw for one of `node:sqlite`; those of others pass. */
export function toSqliteError(error: unknown, place: string): unknown {
  const result = resultCode(error);
  if (result === undefined) return error;
  const remedy = REMEDIES[result];
  const told = error instanceof Error ? error.message : String(error);
  return new LedgerError(
    remedy?.code ?? 'DATABASE',
    remedy ? `${place} ${remedy.says}` : `${place}: SQLite reports: ${told}`,
    { cause: error },
  );
}
