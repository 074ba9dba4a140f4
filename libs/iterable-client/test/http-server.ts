import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as the server got it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Answers the n-th request, counted from 1. */
export type Answer = (
  reply: ServerResponse,
  request: IncomingMessage,
  count: number,
) => void | Promise<void>;

/** A real server on a free port of this machine. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  /** The requests whose bodies arrived whole. */
  readonly seen: readonly SeenRequest[];
}

/** Starts a server; `await using` closes it with all its connections. */
export async function startServer(answer: Answer): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, reply) => {
    void (async () => {
      const body = await text(request);
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body });
      await answer(reply, request, seen.length);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with JSON. */
export function answerJson(reply: ServerResponse, value: unknown, status = 200): void {
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** The usual good reply. */
export const SUCCESS = { msg: '', code: 'Success', params: null };
