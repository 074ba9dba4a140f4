import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { decoded } from './decoded.js';
import type { Reply } from './reply.js';

/** Statuses whose replies have no body, whatever a server sends. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** Turns Node's reply into one as `fetch` gives it; where that fails, its connection is let go. */
export async function replyOf(message: IncomingMessage): Promise<Reply> {
  try {
    return await made(message);
  } catch (error) {
    message.destroy();
    throw error;
  }
}

async function made(message: IncomingMessage): Promise<Reply> {
  const { statusCode: status = 0 } = message;
  // A `Response` cannot have it.
  if (status < 200 || status > 599) throw new RangeError(`what came has the status ${status}`);
  const init = { status, headers: headersOf(message) };
  if (WITHOUT_BODY.has(status)) {
    await ended(message);
    return new Response(null, init);
  }
  const body = decoded(message);
  if (body !== message || !message.complete) {
    return new Response(Readable.toWeb(body) as ReadableStream, init);
  }
  // Most replies are short and come with their headers. A `Response` would make a stream of the
  // bytes, of which they would be made again, and that takes a tenth of the time of a whole call.
  const whole = (message.read() as Buffer | null) ?? new Uint8Array();
  await ended(message);
  return Object.assign(new Response(null, init), { whole });
}

/** Its connection is free then, and who sends again at once is to find it so. */
async function ended(message: IncomingMessage): Promise<void> {
  message.resume();
  if (!message.closed) await new Promise((resolve) => message.once('close', resolve));
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  return headers;
}
