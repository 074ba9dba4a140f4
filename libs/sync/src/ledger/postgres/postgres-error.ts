import { LedgerError, type LedgerErrorCode } from '../ledger-error.js';

/** What to do about each kind of trouble. */
const ADVICE: Readonly<Partial<Record<LedgerErrorCode, string>>> = {
  CONNECTION: 'Check that the server runs, host, port, user and password, and the network.',
  PERMISSION: "Grant this role the rights to the schema and to the ledger's tables.",
  FULL: 'Free space on the disk of the server.',
  CORRUPT: 'Restore the database from a backup.',
  BUSY: 'Try again shortly.',
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: states, then whole classes. */
const BY_STATE: Readonly<Record<string, LedgerErrorCode>> = {
  '25006': 'PERMISSION',
  '25P03': 'CONNECTION',
  '25P04': 'CONNECTION',
  '3D000': 'CONNECTION',
  '40001': 'BUSY',
  '40P01': 'BUSY',
  '42501': 'PERMISSION',
  '53100': 'FULL',
  '53300': 'CONNECTION',
  '55P03': 'BUSY',
  '57P01': 'CONNECTION',
  '57P02': 'CONNECTION',
  '57P03': 'CONNECTION',
  '57P04': 'CONNECTION',
  '57P05': 'CONNECTION',
  XX001: 'CORRUPT',
  XX002: 'CORRUPT',
};
const BY_CLASS: Readonly<Record<string, LedgerErrorCode>> = {
  '08': 'CONNECTION',
  '28': 'CONNECTION',
};

/** Classes whose messages name roles, databases and tables, and never a value. */
const TELLABLE = new Set(['08', '25', '28', '3D', '40', '53', '55', '57']);

/**
 * The error to throw for one of node-postgres. Of what the server says, nothing is kept that may quote a
 * row: its detail never, its message only in the classes above.
 */
export function toPostgresError(error: unknown, place: string): LedgerError {
  if (error instanceof LedgerError) return error;
  const state = sqlStateOf(error);
  const code =
    state === undefined
      ? 'CONNECTION'
      : (BY_STATE[state] ?? BY_CLASS[state.slice(0, 2)] ?? 'DATABASE');
  const told = [tellable(error, state), state && `(SQLSTATE ${state})`].filter(Boolean).join(' ');
  return new LedgerError(code, [`${place}: ${told}.`, ADVICE[code]].filter(Boolean).join(' '), {
    cause: causeOf(error, state),
  });
}

function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function tellable(error: unknown, state: string | undefined): string {
  if (state !== undefined && !TELLABLE.has(state.slice(0, 2)) && state !== '42501') {
    return 'the server reports an error';
  }
  return messageOf(error);
}

/** An `AggregateError` of several addresses says nothing by itself. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(messageOf).join('; ');
  }
  return error instanceof Error ? error.message : 'unknown trouble';
}

/** The error itself may carry a client with its password, or a row. */
function causeOf(error: unknown, state: string | undefined): Error {
  const cause = new Error(tellable(error, state));
  const code = state ?? (error instanceof Error && 'code' in error ? error.code : undefined);
  return code === undefined ? cause : Object.assign(cause, { code });
}
