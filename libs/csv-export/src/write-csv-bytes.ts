import type { Writable } from 'node:stream';
import { checkOptionNames, typeName } from './check-options.js';
import type { DestinationOptions } from './csv-options.js';
import type { CsvWarning } from './csv-warning.js';
import { pieceSource } from './piece-source.js';
import {
  DESTINATION_OPTION_NAMES,
  resolveDestinationOptions,
} from './resolve-destination-options.js';
import { rowLimitWarning } from './to-warnings.js';
import { untilAborted } from './until-aborted.js';
import { writeToDestination } from './write-to-destination.js';

/** A CSV that is text already, such as a database makes with `COPY … TO STDOUT`. */
export interface CsvBytes extends AsyncIterable<Uint8Array> {
  /** The rows in it without the header, where that is known once the last chunk was taken. */
  readonly rows?: number | undefined;
  /** Whether its first line names the columns. @default true */
  readonly header?: boolean | undefined;
}

/** What was written. */
export interface CsvBytesResult {
  /** The rows in it, where the source tells. */
  readonly rows?: number;
  /** What the destination took; compressed, where it is. */
  readonly bytes: number;
  /** The file, with the name it really has; not there for a stream. */
  readonly path?: string;
  /** `EXCEL_ROW_LIMIT` where the source tells its rows; nothing looks into the bytes. */
  readonly warnings: readonly CsvWarning[];
}

/**
 * Writes a CSV that others made, byte for byte, to the same places and with the same care as
 * `writeCsv`: a file is there whole, or not at all.
 *
 * @param chunks - Pieces of any size; each is done with before the next is asked for.
 * @param destination - A path, `-`, or a stream.
 * @throws TypeError for an argument or option that is unknown or cannot be used, before anything is read.
 * @throws CsvError where the destination fails.
 * @throws what the chunks throw, unchanged, and the signal's reason.
 * @example
 * ```ts
 * import { writeCsvBytes } from '@org/csv-export';
 *
 * async function* chunks() {
 *   yield Buffer.from('id,name\n');
 *   yield Buffer.from('1,Ada\n');
 * }
 * const result = await writeCsvBytes(chunks(), 'bytes.csv');
 * // { path: 'bytes.csv', bytes: 14, warnings: [] }
 * ```
 */
export async function writeCsvBytes(
  chunks: CsvBytes,
  destination: string | Writable,
  options: DestinationOptions = {},
): Promise<CsvBytesResult> {
  checkOptionNames('writeCsvBytes', options, DESTINATION_OPTION_NAMES);
  checkChunks(chunks);
  const writing = resolveDestinationOptions('writeCsvBytes', destination, options);
  const source = pieceSource((signal) => bytesOf(chunks, signal));
  const written = await writeToDestination(source, destination, writing);
  const { rows, header = true } = chunks;
  const warnings = rows === undefined ? [] : [rowLimitWarning(rows, header)];
  return Object.freeze({
    ...written,
    ...(rows !== undefined && { rows }),
    warnings: Object.freeze(warnings.filter((warning) => warning !== undefined)),
  });
}

async function* bytesOf(
  chunks: CsvBytes,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of signal ? untilAborted(chunks, signal) : chunks) {
    if (!(chunk instanceof Uint8Array)) {
      throw new TypeError(`writeCsvBytes: chunks must be bytes; received ${typeName(chunk)}.`);
    }
    if (chunk.length > 0) yield chunk;
  }
}

function checkChunks(chunks: unknown): void {
  if (typeof chunks === 'object' && chunks !== null && Symbol.asyncIterator in chunks) return;
  throw new TypeError(
    `writeCsvBytes: chunks must be an async iterable of bytes; received ${typeName(chunks)}.`,
  );
}
