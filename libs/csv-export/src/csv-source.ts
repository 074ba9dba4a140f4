import { typeName } from './check-options.js';
import { csvChunks, type Rows } from './csv-chunks.js';
import type { CsvWarning } from './csv-warning.js';
import { noObservations } from './observations.js';
import type { ResolvedFormat } from './resolve-format-options.js';
import { toWarnings } from './to-warnings.js';

/** Rows on their way to being CSV. */
export interface CsvSource {
  /** The CSV in pieces; asked for once. */
  pieces(signal: AbortSignal | undefined): AsyncGenerator<string, void, undefined>;
  /** What went wrong with the rows, as against the place where they go. */
  readonly failure: { readonly error: unknown } | undefined;
  /** What came of it, once the last piece was taken. */
  outcome(): { readonly rows: number; readonly warnings: readonly CsvWarning[] };
}

/** @throws TypeError where `rows` gives no rows. */
export function csvSource(caller: string, rows: Rows<unknown>, format: ResolvedFormat): CsvSource {
  checkRows(caller, rows);
  const seen = noObservations();
  let failure: CsvSource['failure'];
  return {
    async *pieces(signal) {
      try {
        yield* csvChunks(rows, format, seen, signal);
      } catch (error) {
        if (!signal?.aborted) failure = { error };
        throw error;
      }
    },
    get failure() {
      return failure;
    },
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
