import pg from 'pg';
import type { ResolvedOptions } from '../options/resolve-options.js';

/** What identifies a session to the server; it gives both at login. */
export interface CancelKey {
  readonly processID: number;
  readonly secretKey: number;
}

/** The part of node-postgres's `Connection` that its declarations leave out. */
interface RawConnection {
  on(event: 'error', listener: (error: Error) => void): void;
  once(event: 'connect' | 'sslconnect' | 'end', listener: () => void): void;
  connect(portOrPath: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
  readonly stream: { destroy(): void };
}

/**
 * Asks the server to cancel what a session is doing, as Ctrl-C in psql does: over a connection of
 * its own that needs no login and no free slot. Resolves once the server has passed it on, which is
 * no promise that there was anything to cancel.
 */
export function requestCancel(options: ResolvedOptions, key: CancelKey): Promise<void> {
  const { host, port } = options.server;
  const { ssl } = options;
  const connection = new pg.Connection({ ssl }) as unknown as RawConnection;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const send = (): void => connection.cancel(key.processID, key.secretKey);
  const timer = setTimeout(() => {
    connection.stream.destroy();
    reject(new Error('timeout expired'));
  }, options.connectTimeoutMs);
  connection.on('error', reject);
  connection.once('connect', () => (ssl === false ? send() : connection.requestSsl()));
  connection.once('sslconnect', send);
  // The server says nothing: it closes the connection when it is done.
  connection.once('end', resolve);
  if (host.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${port}`);
  else connection.connect(port, host);
  return promise.finally(() => clearTimeout(timer));
}
