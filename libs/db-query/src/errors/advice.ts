import type { DatabaseErrorCode } from './database-error-code.js';

/** What to do about it, in a sentence, told with every error that has such a remedy. */
export const ADVICE: Readonly<Partial<Record<DatabaseErrorCode, string>>> = {
  CONNECTION_REFUSED: 'Start PostgreSQL there, or correct host and port.',
  HOST_NOT_FOUND: 'Correct the host name, or check the network and its name server.',
  CONNECTION_TIMEOUT: 'Check host, port and firewall, or allow more time with connectTimeoutMs.',
  CONNECTION_LOST: 'Run it again; if it recurs, look into the log of the server and of any proxy.',
  TLS: 'Check the TLS mode (sslmode or DB_SSL: disable, require, verify-ca, verify-full) and the CA file.',
  AUTHENTICATION_FAILED:
    "Check user name and password, and that the server's pg_hba.conf admits this user from here, with or without TLS.",
  DATABASE_NOT_FOUND: 'Correct the name, or create the database.',
  TOO_MANY_CONNECTIONS:
    "Close other sessions, or raise the server's max_connections or the role's connection limit.",
  SERVER_STARTING: 'The server is starting up or shutting down: try again shortly.',
  POOL_EXHAUSTED: 'Close a snapshot that is open, or raise maxConnections.',
  UNDEFINED_TABLE:
    'Create it, or correct its name; search_path decides about names without schema.',
  UNDEFINED_COLUMN: 'Correct the name of the column.',
  UNDEFINED_FUNCTION: 'Correct its name or the types of its arguments.',
  SYNTAX: 'Correct the SQL.',
  PERMISSION_DENIED: 'Grant the right to this user.',
  READ_ONLY: 'Queries only read: take the write out.',
  STATEMENT_TIMEOUT:
    'Make the query faster, or raise the limit: statementTimeoutMs, or statement_timeout of the role or database.',
  LOCK_NOT_AVAILABLE: 'Another session holds a lock: try again later.',
  SNAPSHOT_LOST:
    'The server could not keep the snapshot. On a standby, raise max_standby_streaming_delay or turn on hot_standby_feedback, or read from the primary.',
  OUT_OF_RESOURCES: 'The server lacks memory, disk space or another resource.',
  INVALID_VALUE: 'Correct the query, its parameters or the data that it reads.',
  NOT_A_QUERY: 'Stream a statement that returns rows, such as SELECT.',
  SNAPSHOT_ENDED: 'Open a new snapshot.',
};
