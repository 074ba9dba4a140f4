/** Every code that a {@link LedgerError} can carry. */
export type LedgerErrorCode =
  /** Another run of the sync is going on. */
  | 'LOCKED'
  /** The connection that held a run's lock is lost: the run can't write any more. */
  | 'LOCK_LOST'
  /** Others were writing for longer than `busyTimeoutMs`. */
  | 'BUSY'
  /** The ledger was written by a newer version of this library. */
  | 'NEWER_VERSION'
  /** There is no ledger in this place, and none was to be made. */
  | 'MISSING'
  /** There is something else in this place. */
  | 'NOT_A_LEDGER'
  /** The file or the database is damaged. */
  | 'CORRUPT'
  /** The server can't be reached, or refuses the login. */
  | 'CONNECTION'
  /** The rights to the file, the folder or the tables are missing. */
  | 'PERMISSION'
  /** No space is left. */
  | 'FULL'
  /** A package that this kind of ledger needs is not installed. */
  | 'MISSING_PACKAGE'
  /** The ledger or the run was closed before. */
  | 'CLOSED'
  /** Any other trouble that the database reports. */
  | 'DATABASE';

/** The process that holds the lock of a sync. */
export interface LockHolder {
  readonly run: number;
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/**
 * Expected trouble with a ledger: told apart by {@link LedgerError.code}.
 *
 * No password, no key and no identity is in the message, a field or the cause.
 */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  /** What went wrong; stable. */
  readonly code: LedgerErrorCode;
  /** Who holds the lock, with the code `LOCKED`. */
  readonly holder: LockHolder | undefined;

  constructor(
    code: LedgerErrorCode,
    message: string,
    options: ErrorOptions & { readonly holder?: LockHolder | undefined } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : {});
    this.code = code;
    this.holder = options.holder;
  }
}
