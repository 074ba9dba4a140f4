/** What the process's exit code says. */
export const EXIT = {
  /** All rows are accounted for and none failed. */
  ok: 0,
  /** Some rows failed. */
  rowsFailed: 1,
  /** Usage or configuration. */
  usage: 2,
  /** Iterable refused the credentials. */
  authentication: 3,
  /** The database, or the ledger. */
  database: 4,
  /** Iterable is out of reach. */
  unreachable: 5,
  /** A fault of this program. */
  internal: 6,
  /** Ended by a signal. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
