import pg from 'pg';
import type { ResolvedOptions } from '../options/resolve-options.js';
import { TYPE_PARSERS } from '../types/builtin-decoders.js';
import { ClosingClient } from './closing-client.js';
import { sessionSettings } from './session-settings.js';

const KEEP_ALIVE_AFTER_MS = 10_000;

/** A pool that connects when it is asked to, and whose connections are set up alike. */
export function createPool(options: ResolvedOptions): pg.Pool {
  const { server, ssl, password } = options;
  const { text, values } = sessionSettings(options);
  const pool = new pg.Pool({
    host: server.host,
    port: server.port,
    database: server.database,
    user: server.user,
    // A function, so that node-postgres neither prints it nor looks for one in files.
    password,
    ssl,
    sslnegotiation: 'postgres',
    application_name: options.applicationName,
    max: options.maxConnections,
    connectionTimeoutMillis: options.connectTimeoutMs,
    idleTimeoutMillis: options.idleTimeoutMs,
    // An open pool that nobody uses doesn't keep the process alive.
    allowExitOnIdle: true,
    // Rows are read for hours with pauses between: a firewall must not take them for the end.
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    types: TYPE_PARSERS,
    Client: ClosingClient,
    verify: (client, done) => {
      client.query(text, [...values]).then(() => done(), done);
    },
  });
  // A connection that breaks while it is idle is replaced when it is needed; without a listener the
  // process would end.
  pool.on('error', () => undefined);
  return pool;
}
