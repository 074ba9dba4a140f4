import {
  type Dialect,
  PostgresDialect,
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import type { DatabaseError } from '../errors/database-error.js';
import type { ServerAddress } from '../errors/server-address.js';
import { toDatabaseError } from '../errors/to-database-error.js';
import { encodeParameter } from '../types/encode-parameter.js';
import type { Connect } from './connector.js';

/** The pool as Kysely uses it; its values and its errors are those of the whole library. */
export function kyselyDialect(pool: pg.Pool, connect: Connect, server: ServerAddress): Dialect {
  const lent: PostgresPool = {
    Client: pg.Client,
    options: pool.options,
    connect: async () => lend(await connect(undefined), server),
    // The pool is the database's to end.
    end: () => Promise.resolve(),
  };
  return new PostgresDialect({ pool: lent, cursor: Cursor });
}

const lentClients = new WeakMap<pg.PoolClient, PostgresPoolClient>();

/** Kysely knows a connection by its client, so a client is lent as the same object each time. */
function lend(client: pg.PoolClient, server: ServerAddress): PostgresPoolClient {
  // A connection may break between two statements; the next one fails then.
  client.on('error', ignore);
  const known = lentClients.get(client);
  if (known !== undefined) return known;
  const coded = (error: unknown): DatabaseError =>
    toDatabaseError(error, { server, doing: 'read from' });
  const query = (
    sql: string | PostgresCursor<unknown>,
    parameters: readonly unknown[] = [],
  ): unknown => {
    if (typeof sql !== 'string') return codedCursor(client.query(sql as Cursor), coded);
    return client.query(sql, parameters.map(encodeParameter)).catch((error: unknown) => {
      throw coded(error);
    });
  };
  const lent: PostgresPoolClient = {
    query: query as PostgresPoolClient['query'],
    release: (destroy) => {
      client.off('error', ignore);
      client.release(destroy);
    },
  };
  lentClients.set(client, lent);
  return lent;
}

function codedCursor(
  cursor: Cursor<unknown>,
  coded: (error: unknown) => DatabaseError,
): PostgresCursor<unknown> {
  return {
    read: (rows) =>
      cursor.read(rows).catch((error: unknown) => {
        throw coded(error);
      }),
    close: () => cursor.close(),
  };
}

function ignore(): void {
  return undefined;
}
