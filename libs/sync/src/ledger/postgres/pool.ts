import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { toPostgresError } from './postgres-error.js';

const BIGINT = 20;
const CONNECT_TIMEOUT_MS = 10_000;

/** The options of a pool: what the URL says, and over it what `connect` does. */
export function poolOptions(
  { Client, types }: typeof pg,
  url: string,
  connect: Readonly<Record<string, unknown>>,
): pg.PoolConfig {
  // Ids, counts and milliseconds are far from where numbers lose digits.
  const parserOf = (oid: number, format?: 'text'): unknown =>
    oid === BIGINT ? Number : types.getTypeParser(oid, format);
  const { user, password, host, port, database, ssl } = readUrl(Client, url);
  return {
    ...Object.fromEntries(new URL(url).searchParams),
    ...{ user, password, host, port, database, ssl },
    fallback_application_name: 'iterable-sync ledger',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    // A ledger that nobody uses doesn't keep the process alive.
    allowExitOnIdle: true,
    ...connect,
    types: { getTypeParser: parserOf as typeof types.getTypeParser },
  };
}

/** Read by node-postgres itself, which would have the URL's empty password go before another. */
function readUrl(Client: typeof pg.Client, url: string): pg.Client {
  try {
    return new Client({ connectionString: url });
  } catch (error) {
    // A certificate that can't be read, or TLS settings that don't go together.
    throw toPostgresError(error, "The ledger's URL");
  }
}

/** Which ledger it is, for messages: no password. */
export function describePool({ host, port, database, user }: pg.PoolConfig): string {
  return `The ledger in database "${String(database)}" on ${String(host)}:${String(port)} as user "${String(user)}"`;
}

/**
 * The pool as Kysely wants it, with errors that have codes and no secrets.
 *
 * Each new connection is set up here, not by Kysely's `onCreateConnection`: where that fails, Kysely never
 * gives the connection back, and the pool would wait for it for ever when it is closed.
 *
 * @param setUp SQL that is run on it
 */
export function codedPool(pool: pg.Pool, place: string, setUp: string): PostgresPool {
  // A connection may break while nobody uses it; without listeners that would end the process.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  const coded = (error: unknown): never => {
    throw toPostgresError(error, place);
  };
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch(coded);
      const before = known.get(client);
      if (before) return before;
      try {
        await client.query(setUp);
      } catch (error) {
        client.release(true);
        return coded(error);
      }
      const query = (sql: string, parameters: readonly unknown[]): unknown =>
        client.query(sql, [...parameters]).catch(coded);
      // Kysely knows a connection by its client.
      const lent: PostgresPoolClient = {
        query: query as PostgresPoolClient['query'],
        release: (destroy) => client.release(destroy),
      };
      known.set(client, lent);
      return lent;
    },
  };
}

function ignore(): void {
  return undefined;
}
