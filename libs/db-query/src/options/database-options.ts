import type { TlsOptions } from './tls-options.js';

/** Which server, and as whom, in parts. */
export interface ConnectionParts {
  /** Host name, IP address, or the folder of a Unix socket (it starts with `/`). */
  readonly host: string;
  /** @default 5432 */
  readonly port?: number;
  readonly database: string;
  readonly user: string;
  /** The password, or a function that is asked for it at each new connection. */
  readonly password?: string | (() => string | Promise<string>);
  /** @default `disable` on this machine (loopback, Unix socket), `require` elsewhere */
  readonly tls?: TlsOptions;
  readonly url?: never;
}

/** Which server, and as whom, as a connection string. */
export interface ConnectionUrl {
  /**
   * `postgresql://user:password@host:5432/database`, with `sslmode`, `sslrootcert`,
   * `application_name`, `connect_timeout` and `host` as possible parameters.
   */
  readonly url: string;
  readonly host?: never;
  readonly port?: never;
  readonly database?: never;
  readonly user?: never;
  readonly password?: never;
  readonly tls?: never;
}

/** How the connections are used. */
export interface PoolOptions {
  /**
   * Connections open at a time, at most. A snapshot holds one until it is closed.
   * @default 2
   */
  readonly maxConnections?: number;
  /**
   * Time limit for a connection to be there: connecting and logging in, or waiting for one of the
   * pool's to be free. In milliseconds.
   * @default 10000
   */
  readonly connectTimeoutMs?: number;
  /**
   * How long the first connection is tried again while the server says that it is starting up, in
   * milliseconds; 0 for never.
   * @default 30000
   */
  readonly startupTimeoutMs?: number;
  /**
   * Whether a refused connection counts as a server that is starting up, as beside a container that
   * was started at the same time.
   * @default false
   */
  readonly retryRefused?: boolean;
  /**
   * Time limit that the server sets on each statement; while a query is streamed, on each batch, so
   * that a slow consumer doesn't run into it. In milliseconds; 0 for none.
   * @default the setting of the server, the database or the role
   */
  readonly statementTimeoutMs?: number;
  /**
   * How long an unused connection stays open, in milliseconds.
   * @default 10000
   */
  readonly idleTimeoutMs?: number;
  /**
   * What the server shows in `pg_stat_activity`.
   * @default 'iterable-sync'
   */
  readonly applicationName?: string;
}

/** Options of `openDatabase`. */
export type DatabaseOptions = (ConnectionParts | ConnectionUrl) & PoolOptions;
