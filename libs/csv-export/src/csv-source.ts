import { typeName } from './check-options.js';
import { csvChunks, type Rows } from './csv-chunks.js';
import type { CsvWarning } from './csv-warning.js';
import { noObservations } from './observations.js';
import { pieceSource, type PieceSource } from './piece-source.js';
import type { ResolvedFormat } from './resolve-format-options.js';
import { toWarnings } from './to-warnings.js';

/** Rows on their way to being CSV. */
export interface CsvSource {
  readonly source: PieceSource<string>;
  /** What came of it, once the last piece was taken. */
  readonly outcome: () => { readonly rows: number; readonly warnings: readonly CsvWarning[] };
}

/** @throws TypeError where `rows` gives no rows. */
export function csvSource(caller: string, rows: Rows<unknown>, format: ResolvedFormat): CsvSource {
  checkRows(caller, rows);
  const seen = noObservations();
  return {
    source: pieceSource((signal) => csvChunks(rows, format, seen, signal)),
    outcome: () => ({ rows: seen.rows, warnings: toWarnings(seen, format) }),
  };
}

function checkRows(caller: string, rows: unknown): void {
  const isIterable =
    typeof rows === 'object' &&
    rows !== null &&
    (Symbol.asyncIterator in rows || Symbol.iterator in rows);
  if (isIterable) return;
  throw new TypeError(
    `${caller}: rows must be an iterable or async iterable of rows; received ${typeName(rows)}.`,
  );
}
