import type { Writable } from 'node:stream';
import { CsvError } from './csv-error.js';
import type { PieceSource } from './piece-source.js';
import { pump } from './pump.js';
import type { ResolvedDestination } from './resolve-destination-options.js';
import { writeToPath } from './write-to-path.js';

/** Writes to a path, to standard output or to a stream. */
export async function writeToDestination(
  source: PieceSource,
  destination: string | Writable,
  writing: ResolvedDestination,
): Promise<{ readonly bytes: number; readonly path?: string }> {
  writing.signal?.throwIfAborted();
  if (destination === '-') {
    return { bytes: await pump(source, process.stdout, { ...writing, endStream: false }) };
  }
  if (typeof destination === 'string') return writeToPath(source, destination, writing);
  if (destination.destroyed || destination.writableEnded) {
    throw new CsvError('CSV_CLOSED', 'The stream was closed before anything was written.');
  }
  return { bytes: await pump(source, destination, writing) };
}
