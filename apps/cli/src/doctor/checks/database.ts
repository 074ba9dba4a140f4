import { DatabaseError, type Database, type DatabaseErrorCode } from '@org/db-query';
import { failed, ok, type Finding } from '../finding.js';
import { sessionFacts, type SessionFacts } from '../session-facts.js';

/** Which settings decide about it, by what went wrong. */
const ADVICE: Readonly<Partial<Record<DatabaseErrorCode, string>>> = {
  AUTHENTICATION_FAILED: 'look at DB_USER and DB_PASSWORD, or at those in DATABASE_URL',
  CONNECTION_REFUSED: 'look at DB_HOST and DB_PORT, or at those in DATABASE_URL',
  CONNECTION_TIMEOUT: 'look at DB_HOST and DB_PORT, and at the firewall between',
  DATABASE_NOT_FOUND: 'look at DB_NAME, or at the one in DATABASE_URL',
  HOST_NOT_FOUND: 'look at DB_HOST, or at the one in DATABASE_URL',
  TLS: 'look at DB_SSL and DB_SSL_CA_FILE, or at sslmode in DATABASE_URL',
};

/** A database that answers, and the session that a run has there. */
export interface OpenDatabase {
  readonly database: Database;
  readonly session: SessionFacts;
}

/** Whether the database can be reached, which it is, and as whom. */
export async function database(
  opened: Database,
  signal: AbortSignal,
): Promise<Finding<OpenDatabase>> {
  try {
    const {
      serverVersion,
      database: name,
      user,
      readOnly,
      latencyMs,
    } = await opened.check({
      signal,
    });
    const { host, port } = opened.server;
    const found = [
      `PostgreSQL ${serverVersion} on ${host}:${String(port)}`,
      `database ${name}`,
      `role ${user}`,
    ];
    return ok(found.join('\n'), {
      value: { database: opened, session: await sessionFacts(opened, signal) },
      details: [
        `a round trip takes ${latencyMs.toFixed(1)} ms`,
        ...(readOnly ? ['it is a standby, or this role may only read: that is enough'] : []),
      ],
    });
  } catch (error) {
    if (!(error instanceof DatabaseError) || signal.aborted) throw error;
    return failed(error.message, ADVICE[error.code]);
  }
}
