import type pg from 'pg';
import { cancelledError } from '../errors/cancelled-error.js';
import { closedError } from '../errors/closed-error.js';
import type { ServerAddress } from '../errors/server-address.js';
import { toDatabaseError } from '../errors/to-database-error.js';

/**
 * Takes a connection from the pool. Where the signal comes first, the connection goes back as soon
 * as it is there.
 */
export async function acquire(
  pool: pg.Pool,
  server: ServerAddress,
  signal: AbortSignal | undefined,
): Promise<pg.PoolClient> {
  if (signal?.aborted === true) throw cancelledError(server, signal);
  const { promise: aborted, resolve: abort } = Promise.withResolvers<undefined>();
  const onAbort = (): void => abort(undefined);
  signal?.addEventListener('abort', onAbort, { once: true });
  const connecting = pool.connect();
  try {
    const client = await Promise.race([connecting, aborted]);
    if (client !== undefined) return openOrThrow(client, pool, server);
  } catch (error) {
    throw toDatabaseError(error, { server, doing: 'connect to' });
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
  connecting.then(
    (client) => client.release(),
    () => undefined,
  );
  throw cancelledError(server, signal);
}

/** The database may have been closed while the connection was under way. */
function openOrThrow(client: pg.PoolClient, pool: pg.Pool, server: ServerAddress): pg.PoolClient {
  if (!pool.ending) return client;
  client.release();
  throw closedError(server);
}
