import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { encoded } from './encoded.js';
import { lend } from './lend.js';
import type { PieceSource } from './piece-source.js';
import { toDestinationError } from './to-destination-error.js';

/** How the CSV flows. */
export interface PumpOptions {
  readonly gzip: boolean;
  /** Whether the stream is ended, or destroyed where the work fails. */
  readonly endStream: boolean;
  readonly signal: AbortSignal | undefined;
  /** What stands in messages for the destination; nothing for a stream. */
  readonly path?: string;
}

/**
 * Writes all pieces into the stream.
 *
 * @returns how many bytes the stream took.
 * @throws the signal's reason, what the rows threw, or a CsvError about the stream.
 */
export async function pump(
  source: PieceSource,
  destination: Writable,
  { gzip, endStream, signal, path }: PumpOptions,
): Promise<number> {
  let bytes = 0;
  async function* counted(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  // Where the stream is gone nobody waits for the next row.
  const gone = new AbortController();
  const onGone = () => gone.abort();
  destination.once('close', onGone).once('error', onGone);
  const chunks = encoded(
    source.pieces(signal ? AbortSignal.any([signal, gone.signal]) : gone.signal),
  );
  const target = endStream ? destination : lend(destination);
  const options = { ...(signal && { signal }) };
  try {
    if (gzip) await pipeline(chunks, createGzip(), counted, target, options);
    else await pipeline(chunks, counted, target, options);
  } catch (error) {
    signal?.throwIfAborted();
    if (source.failure) throw source.failure.error;
    throw toDestinationError(error, path);
  } finally {
    destination.off('close', onGone).off('error', onGone);
  }
  return bytes;
}
