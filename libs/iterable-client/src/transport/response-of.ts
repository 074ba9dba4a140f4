import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { decoded } from './decoded.js';

/** Statuses whose replies have no body, and no `Response` may be made with one. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** Turns Node's reply into a `Response`. */
export function responseOf(message: IncomingMessage): Response {
  const status = message.statusCode ?? 0;
  return new Response(bodyOf(message, status), { status, headers: headersOf(message) });
}

function bodyOf(
  message: IncomingMessage,
  status: number,
): Uint8Array<ArrayBuffer> | ReadableStream | null {
  if (WITHOUT_BODY.has(status)) {
    message.resume();
    return null;
  }
  const body = decoded(message);
  if (body === message && message.complete) {
    // Most replies are short and come with their headers: what is there as a whole needs no stream.
    return (message.read() as Buffer<ArrayBuffer> | null) ?? new Uint8Array();
  }
  return Readable.toWeb(body) as ReadableStream;
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  return headers;
}
