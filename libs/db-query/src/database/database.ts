import type { Dialect } from 'kysely';
import type { ServerAddress } from '../errors/server-address.js';
import type { Snapshot } from './snapshot.js';

/** Something that a signal can end. */
export interface SignalOption {
  readonly signal?: AbortSignal;
}

/** What a server says about itself and this user. */
export interface DatabaseCheck {
  /** Such as `18.1`. */
  readonly serverVersion: string;
  readonly database: string;
  readonly user: string;
  /** Whether writing is refused here: a standby, or `default_transaction_read_only`. */
  readonly readOnly: boolean;
  /** One round trip on the open connection, in milliseconds. */
  readonly latencyMs: number;
}

/** A PostgreSQL database. Nothing is connected before something is asked of it. */
export interface Database extends AsyncDisposable {
  /** Which server, database and user; never the password. */
  readonly server: ServerAddress;
  /**
   * The same pool as a dialect, for typed queries of one's own outside a snapshot:
   * `new Kysely<Schema>({ dialect: database.dialect })`. Same types of values, same errors. Closing
   * the Kysely leaves the pool alone.
   */
  readonly dialect: Dialect;
  /**
   * Connects, and asks the server who it is.
   *
   * @throws {@link DatabaseError} that says why not: `CONNECTION_REFUSED`, `HOST_NOT_FOUND`, `TLS`,
   * `AUTHENTICATION_FAILED`, `DATABASE_NOT_FOUND`, `TOO_MANY_CONNECTIONS`, `CONNECTION_TIMEOUT`, …;
   * `CANCELLED` by the signal
   */
  check(options?: SignalOption): Promise<DatabaseCheck>;
  /**
   * Opens a snapshot: what is read from it is the database at this moment. The signal ends it at any
   * time, even between two streams.
   *
   * @throws {@link DatabaseError} as `check`; `POOL_EXHAUSTED` where all connections are in use
   */
  snapshot(options?: SignalOption): Promise<Snapshot>;
  /**
   * Lets a running check finish, closes the snapshots that are open and all connections. What is
   * asked afterwards fails with `CLOSED`. Closing twice is fine.
   */
  close(): Promise<void>;
}
