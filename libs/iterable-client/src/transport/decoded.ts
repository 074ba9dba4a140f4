import type { IncomingMessage } from 'node:http';
import { type Readable, pipeline } from 'node:stream';
import zlib from 'node:zlib';

/** The codings that are asked for, in the words of the header. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br';

const DECODERS: ReadonlyMap<string, () => NodeJS.ReadWriteStream> = new Map<
  string,
  () => NodeJS.ReadWriteStream
>([
  ['gzip', () => zlib.createGunzip()],
  ['deflate', () => zlib.createInflate()],
  ['br', () => zlib.createBrotliDecompress()],
]);

/** The body of a reply as it was before it was compressed for the way. */
export function decoded(message: IncomingMessage): Readable {
  const coding = message.headers['content-encoding']?.trim().toLowerCase();
  const decoder = coding === undefined ? undefined : DECODERS.get(coding)?.();
  if (decoder === undefined) return message;
  // Errors, and the end of either, reach the reader of the decoded body.
  return pipeline(message, decoder, () => undefined) as unknown as Readable;
}
