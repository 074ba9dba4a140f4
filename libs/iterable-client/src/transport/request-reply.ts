import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { urlToHttpOptions } from 'node:url';
import { connectTimeout } from './connect-timeout.js';
import { ACCEPTED_CODINGS } from './decoded.js';
import type { OutgoingRequest } from './outgoing-request.js';
import type { SocketPool } from './socket-pool.js';

/** Sends a request; gives the reply when its headers are there. */
export function requestReply(
  pool: SocketPool,
  outgoing: OutgoingRequest,
): Promise<IncomingMessage> {
  const { url, method, body, signal } = outgoing;
  const { protocol, hostname, port, path } = urlToHttpOptions(new URL(url));
  const secure = protocol === 'https:';
  const options: RequestOptions = {
    hostname,
    port,
    path,
    agent: pool.agentFor(secure),
    method,
    headers: headersOf(outgoing),
  };
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    // Looked up in the module at each request, because tests put something else there.
    const request = secure ? https.request(options) : http.request(options);
    const abort = (): void => void request.destroy();
    signal.addEventListener('abort', abort, { once: true });
    request.once('close', () => signal.removeEventListener('abort', abort));
    request.once('response', resolve);
    // Also those after the reply has begun, which its body tells.
    request.on('error', reject);
    endWhereNotConnected(request);
    request.end(body);
  });
}

function headersOf({ headers, body }: OutgoingRequest): Record<string, string> {
  const all: Record<string, string> = { ...headers, 'accept-encoding': ACCEPTED_CODINGS };
  // Node does not set the length of a DELETE's body by itself.
  if (body !== undefined) all['content-length'] = String(Buffer.byteLength(body));
  return all;
}

function endWhereNotConnected(request: ClientRequest): void {
  request.once('socket', (socket: Socket) => {
    if (socket.connecting) connectTimeout(socket);
  });
}
