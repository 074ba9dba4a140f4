import { csvFormatter } from './csv-formatter.js';
import type { Observations } from './observations.js';
import type { ResolvedFormat } from './resolve-format-options.js';
import { untilAborted } from './until-aborted.js';

/** Rows, one after another. */
export type Rows<Row> = AsyncIterable<Row> | Iterable<Row>;

/**
 * The CSV in pieces of whole lines. The source is closed when the last piece was taken, when nobody
 * wants another, and when the signal says so, even while the next row is awaited.
 */
export async function* csvChunks(
  rows: Rows<unknown>,
  format: ResolvedFormat,
  seen: Observations,
  signal: AbortSignal | undefined,
): AsyncGenerator<string, void, undefined> {
  const formatter = csvFormatter(format, seen);
  signal?.throwIfAborted();
  const head = formatter.head();
  if (head) yield head;
  if (Symbol.asyncIterator in rows) {
    for await (const row of signal ? untilAborted(rows, signal) : rows) {
      const piece = formatter.add(row);
      if (piece) yield piece;
    }
  } else {
    for (const row of rows) {
      const piece = formatter.add(row);
      if (piece) yield piece;
      if (piece) signal?.throwIfAborted();
    }
  }
  const rest = formatter.rest();
  if (rest) yield rest;
}
