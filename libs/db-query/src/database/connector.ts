import type pg from 'pg';
import type { ResolvedOptions } from '../options/resolve-options.js';
import { acquire } from './acquire.js';
import { SYSTEM_CLOCK, whileStarting } from './while-starting.js';

/** Takes a connection from the pool, until the signal says stop. */
export type Connect = (signal: AbortSignal | undefined) => Promise<pg.PoolClient>;

/** A way to connections that waits for a server which is starting up, until there was a first one. */
export function connector(pool: pg.Pool, options: ResolvedOptions): Connect {
  let hasConnected = false;
  return async (signal) => {
    const connect = (): Promise<pg.PoolClient> => acquire(pool, options.server, signal);
    const client = hasConnected
      ? await connect()
      : await whileStarting(connect, options, SYSTEM_CLOCK, signal);
    hasConnected = true;
    return client;
  };
}
