import type { DatabaseErrorCode } from './database-error-code.js';

/**
 * SQLSTATEs that mean something to the reader of a query, each wanting its own remedy.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const BY_STATE: Readonly<Record<string, DatabaseErrorCode>> = {
  '25006': 'READ_ONLY',
  '25P03': 'CONNECTION_LOST',
  '25P04': 'CONNECTION_LOST',
  '28000': 'AUTHENTICATION_FAILED',
  '28P01': 'AUTHENTICATION_FAILED',
  '3D000': 'DATABASE_NOT_FOUND',
  '3F000': 'UNDEFINED_TABLE',
  '40001': 'SNAPSHOT_LOST',
  '42501': 'PERMISSION_DENIED',
  '42601': 'SYNTAX',
  '42703': 'UNDEFINED_COLUMN',
  '42883': 'UNDEFINED_FUNCTION',
  '42P01': 'UNDEFINED_TABLE',
  '53300': 'TOO_MANY_CONNECTIONS',
  '55P03': 'LOCK_NOT_AVAILABLE',
  '57014': 'CANCELLED',
  '57P01': 'CONNECTION_LOST',
  '57P02': 'CONNECTION_LOST',
  '57P03': 'SERVER_STARTING',
  '57P04': 'CONNECTION_LOST',
  '57P05': 'CONNECTION_LOST',
  '72000': 'SNAPSHOT_LOST',
};

/** Whole classes of SQLSTATE, where the single state makes no difference. */
const BY_CLASS: Readonly<Record<string, DatabaseErrorCode>> = {
  '08': 'CONNECTION_LOST',
  '0A': 'NOT_SUPPORTED',
  '22': 'INVALID_VALUE',
  '28': 'AUTHENTICATION_FAILED',
  '53': 'OUT_OF_RESOURCES',
  '54': 'OUT_OF_RESOURCES',
};

/** The code of an error that the server reported. */
export function codeOfSqlState(sqlState: string): DatabaseErrorCode {
  return BY_STATE[sqlState] ?? BY_CLASS[sqlState.slice(0, 2)] ?? 'QUERY_FAILED';
}
