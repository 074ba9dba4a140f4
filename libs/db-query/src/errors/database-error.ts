import type { DatabaseErrorCode } from './database-error-code.js';
import type { ServerAddress } from './server-address.js';

/** What a {@link DatabaseError} is made of. */
export interface DatabaseErrorOptions {
  readonly code: DatabaseErrorCode;
  readonly message: string;
  readonly sqlState?: string | undefined;
  readonly hint?: string | undefined;
  readonly position?: number | undefined;
  readonly server?: ServerAddress | undefined;
  readonly problems?: readonly string[] | undefined;
  readonly cause?: unknown;
}

/**
 * Expected trouble with the database: told apart by {@link DatabaseError.code}.
 *
 * No password, no query parameter and no row data is in the message, a field or the cause. What the
 * server says in `DETAIL` and `CONTEXT` is dropped for that reason, and so is its message where it
 * may quote a value.
 */
export class DatabaseError extends Error {
  override readonly name: string = 'DatabaseError';
  /** What went wrong; stable. */
  readonly code: DatabaseErrorCode;
  /** PostgreSQL's five-character SQLSTATE, where the server reported the error. */
  readonly sqlState: string | undefined;
  /** The server's advice, such as a column name that is close. */
  readonly hint: string | undefined;
  /** Where in the query's SQL, counted in characters from 1. */
  readonly position: number | undefined;
  /** Which server, database and user. */
  readonly server: ServerAddress | undefined;
  /** The single problems of a `CONFIGURATION` error, all that there are. */
  readonly problems: readonly string[];

  constructor(options: DatabaseErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.sqlState = options.sqlState;
    this.hint = options.hint;
    this.position = options.position;
    this.server = options.server;
    this.problems = options.problems ?? [];
  }
}
