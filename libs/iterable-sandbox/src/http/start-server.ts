import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SandboxError } from '../sandbox-error.js';
import type { Listeners } from './create-listeners.js';

/** Where and how to listen. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly requestTimeoutMs: number;
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  /** Stops listening and ends every connection, idle or not. */
  readonly close: () => Promise<void>;
}

/** @throws SandboxError `LISTEN` where the address cannot be had. */
export async function startServer(
  { onRequest, onClientError }: Listeners,
  { host, port, requestTimeoutMs }: ServerSettings,
): Promise<RunningServer> {
  const server = createServer(
    {
      requestTimeout: requestTimeoutMs,
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(1000, Math.ceil(requestTimeoutMs / 4)),
    },
    onRequest,
  );
  server.on('clientError', onClientError);
  await listen(server, host, port);
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${name}:${address.port}`,
    close: () => (closed ??= closeServer(server)),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code ?? cause.message;
      const message = `The sandbox cannot listen on ${host} port ${port}: ${reason}.`;
      reject(new SandboxError('LISTEN', message, { cause }));
    });
    server.listen({ host, port }, resolve);
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
