import type { ServerResponse } from 'node:http';
import { clearTimeout, setTimeout } from 'node:timers';
import { pipeline, Readable } from 'node:stream';
import { BodyStream } from './body-stream.js';
import { toJson } from '../json.js';
import type { Reply } from './reply.js';

/** Writes a reply. */
export function send(
  response: ServerResponse,
  { status, body, headers, bodyDelayMs }: Reply,
): void {
  if (status === 204 || status === 304) {
    response.writeHead(status, { ...headers }).end();
    return;
  }
  if (body instanceof BodyStream) {
    response.writeHead(status, { ...headers });
    pipeline(Readable.from(body.pieces), response, () => undefined);
    return;
  }
  const text = typeof body === 'string' ? body : toJson(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    ...headers,
    'content-length': Buffer.byteLength(text),
  });
  if (bodyDelayMs === undefined) response.end(text);
  else {
    response.flushHeaders();
    const timer = setTimeout(() => response.end(text), bodyDelayMs);
    response.once('close', () => clearTimeout(timer));
  }
}
