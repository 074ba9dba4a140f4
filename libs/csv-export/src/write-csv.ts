import type { Writable } from 'node:stream';
import type { Rows } from './csv-chunks.js';
import type { WriteCsvOptions } from './csv-options.js';
import { csvSource } from './csv-source.js';
import type { CsvWarning } from './csv-warning.js';
import { resolveWriteOptions } from './resolve-write-options.js';
import { writeToDestination } from './write-to-destination.js';

/** What was written. */
export interface CsvResult {
  /** The rows in it, without the header. */
  readonly rows: number;
  /** What the destination took; compressed, where it is. */
  readonly bytes: number;
  /** The file, with the name it really has; not there for a stream. */
  readonly path?: string;
  /** What should be known of it; nothing is printed. */
  readonly warnings: readonly CsvWarning[];
}

/**
 * Writes rows as CSV.
 *
 * To a file: it is there whole, readable by its owner only and on the disk, or not at all. It is written
 * under a temporary name (`.csv-….tmp`) in the same folder, which is removed where anything fails; only a
 * process that is killed leaves it. A file that is there already is not touched unless `existing` says so.
 *
 * `-` is standard output. A named pipe is written to once somebody reads from it, a character device
 * directly.
 *
 * @param rows - Objects, or arrays in the order of the columns. Read as fast as they are written, and no
 * faster.
 * @param destination - A path, `-`, or a stream.
 * @throws TypeError for an argument or option that is unknown or cannot be used, before anything is read.
 * @throws CsvError where a row does not fit the columns, a value has no text, or the destination fails.
 * @throws what the rows throw, unchanged, and the signal's reason.
 * @example
 * ```ts
 * import { writeCsv } from '@org/csv-export';
 *
 * const rows = [{ id: 1, name: 'Ada', joined: new Date(0) }];
 * const result = await writeCsv(rows, 'example.csv', { columns: ['id', 'name', 'joined'] });
 * // { path: 'example.csv', rows: 1, bytes: 41, warnings: [] }
 * ```
 */
export async function writeCsv<Row extends object>(
  rows: Rows<Row>,
  destination: string | Writable,
  options: WriteCsvOptions<NoInfer<Row>>,
): Promise<CsvResult> {
  const writing = resolveWriteOptions(destination, options);
  const { source, outcome } = csvSource('writeCsv', rows, writing.format);
  const written = await writeToDestination(source, destination, writing);
  return Object.freeze({ ...written, ...outcome() });
}
