import { writeCsvBytes, type CsvBytes, type CsvResult } from '@org/csv-export';
import type { CsvCopy } from '@org/db-query';
import { CsvCells } from './csv-cells.js';
import type { Job } from './job.js';
import type { QuerySnapshot } from './open-snapshot.js';

/** Where the CSV goes, and until when. */
export interface CsvTarget {
  /** A path, or `-` for stdout. */
  readonly path: string;
  /** What becomes of a file that is there already. @default 'suffix': this one gets another name */
  readonly existing?: 'refuse' | 'replace' | 'suffix';
  readonly signal: AbortSignal;
}

/** Where the rows of the CSV come from. */
export interface CsvSource extends Pick<QuerySnapshot, 'columns'> {
  readonly snapshot: Pick<QuerySnapshot['snapshot'], 'copy'>;
}

/**
 * Has the server write the rows of a query as CSV.
 *
 * @returns the file with the server's count of its rows, and what should be known of its cells
 * @throws the libraries' errors and the signal's reason: no file is there then
 */
export async function exportCsv(
  { snapshot, columns }: CsvSource,
  query: Job['query'],
  { path, existing = 'suffix', signal }: CsvTarget,
): Promise<CsvResult> {
  const copy = snapshot.copy(query, { signal });
  const cells = new CsvCells(columns.map(({ name }) => name));
  // Another run of the same second may take the name until this file is whole.
  const written = await writeCsvBytes(watched(copy, cells), path, { existing, signal });
  if (written.rows === undefined) throw new Error('The copy ended without a count of its rows');
  return {
    ...written,
    rows: written.rows,
    warnings: [...written.warnings, ...cells.warnings()],
  };
}

/** The same bytes, looked at on their way. */
function watched(copy: CsvCopy, cells: CsvCells): CsvBytes {
  return {
    get rows() {
      return copy.rows;
    },
    header: copy.header,
    async *[Symbol.asyncIterator]() {
      for await (const chunk of copy) {
        cells.look(chunk);
        yield chunk;
      }
    },
  };
}
