import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A way to Iterable that can be barred: so a run is in its middle for as long as a test needs. */
export interface Gate {
  readonly url: string;
  /** Lets all requests pass, those that wait and those to come. */
  open(): void;
}

/** Stands before a local Iterable, lets so many requests pass, and holds the others until it opens. */
export async function createGate(
  target: string,
  { after }: { readonly after: number },
): Promise<Gate> {
  const opened = Promise.withResolvers<void>();
  let passed = 0;
  const server = createServer((incoming, outgoing) => {
    passed += 1;
    if (passed <= after) forward(target, incoming, outgoing);
    else void opened.promise.then(() => forward(target, incoming, outgoing));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}`, open: opened.resolve };
}

function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  const onward = request(new URL(url, target), { method, headers }, (reply) => {
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
