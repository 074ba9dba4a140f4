import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Answer } from './http-server.js';

/** A server that knows the connections its requests came by. */
export interface CountingServer extends AsyncDisposable {
  readonly url: string;
  /** All connections there ever were. */
  readonly sockets: ReadonlySet<Socket>;
  /** How many of them are open. */
  open(): number;
}

/** Starts one; `await using` closes it with all its connections. */
export async function startCounting(answer: Answer): Promise<CountingServer> {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((request, reply) => {
    request.resume().once('end', () => void answer(reply, request, (count += 1)));
  });
  server.on('connection', (socket) => sockets.add(socket));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sockets,
    open: () => [...sockets].filter((socket) => !socket.destroyed).length,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

/** Waits until something is so; a test that waits for ever fails by its time limit. */
export async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise(setImmediate);
}
