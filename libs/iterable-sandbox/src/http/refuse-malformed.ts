import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { usualReply } from '../faults/usual-reply.js';
import { toJson } from '../json.js';
import type { Exchange } from './exchange.js';

/** What Node's HTTP reader gives up at, and the status that says so; anything else is a 400. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Refuses what is no HTTP, has too much in its headers, or takes too long, and hangs up.
 *
 * @param exchange the request that was being read or answered, where there is one.
 */
export function refuseMalformed(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  exchange: Exchange | undefined,
): void {
  const answering = exchange !== undefined && exchange.request.complete && !exchange.ended;
  if (answering || !socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = STATUSES[error.code ?? ''] ?? 400;
  if (exchange && !exchange.request.complete) exchange.end(status);
  const body = toJson(usualReply(status).body);
  const head =
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n` +
    'Connection: close\r\nContent-Type: application/json\r\n' +
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.end(head + body, () => socket.destroy());
}
