import { sqlQuery, type Database } from '@org/db-query';
import { withSnapshot } from './with-snapshot.js';

/** What the server says of a session such as a run has. */
export interface SessionFacts {
  /** Such as `TLSv1.3`; absent where the connection is not encrypted. */
  readonly tls?: string;
  /** In milliseconds; 0 for none. */
  readonly statementTimeoutMs: number;
}

const FACTS = sqlQuery({
  name: 'session',
  text: `
    select
      (select version from pg_catalog.pg_stat_ssl where pid = pg_catalog.pg_backend_pid() and ssl) as tls,
      (select setting from pg_catalog.pg_settings where name = 'statement_timeout') as statement_timeout`,
});

/** Asks the server about the session. */
export async function sessionFacts(database: Database, signal: AbortSignal): Promise<SessionFacts> {
  return withSnapshot(database, signal, async (snapshot) => {
    for await (const { tls, statement_timeout: timeout } of snapshot.stream(FACTS, { signal })) {
      return {
        ...(typeof tls === 'string' && { tls }),
        statementTimeoutMs: Number(timeout),
      };
    }
    throw new Error('The server tells nothing of the session');
  });
}
