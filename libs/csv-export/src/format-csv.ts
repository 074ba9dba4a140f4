import type { Rows } from './csv-chunks.js';
import type { CsvFormatOptions } from './csv-options.js';
import { csvSource } from './csv-source.js';
import type { CsvWarning } from './csv-warning.js';
import { checkOptionNames } from './check-options.js';
import { FORMAT_OPTION_NAMES, resolveFormatOptions } from './resolve-format-options.js';

/** A CSV in memory. */
export interface CsvText {
  readonly text: string;
  /** The rows in it, without the header. */
  readonly rows: number;
  /** What should be known of it; nothing is printed. */
  readonly warnings: readonly CsvWarning[];
}

/**
 * Makes a CSV of rows, in memory. For more than some thousands of rows write a file.
 *
 * @throws TypeError for an option that is unknown or cannot be used.
 * @throws CsvError where a row does not fit the columns or a value has no text.
 * @example
 * ```ts
 * import { formatCsv } from '@org/csv-export';
 *
 * const { text } = await formatCsv([{ id: 1, name: 'Ada' }], { columns: ['id', 'name'] });
 * // 'id,name\n1,Ada\n'
 * ```
 */
export async function formatCsv<Row extends object>(
  rows: Rows<Row>,
  options: CsvFormatOptions<NoInfer<Row>>,
): Promise<CsvText> {
  checkOptionNames('formatCsv', options, FORMAT_OPTION_NAMES);
  const { source, outcome } = csvSource(
    'formatCsv',
    rows,
    resolveFormatOptions('formatCsv', options),
  );
  let text = '';
  for await (const piece of source.pieces(options.signal)) text += piece;
  return Object.freeze({ text, ...outcome() });
}
