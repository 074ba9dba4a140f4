import type { CsvWarning, CsvWarningCode } from './csv-warning.js';
import { EXCEL_LIMITS } from './excel-limits.js';
import type { Observations, Tally } from './observations.js';
import type { ResolvedFormat } from './resolve-format-options.js';

const shown = (number: number): string => number.toLocaleString('en');

/** What is to be said of a CSV that was written. */
export function toWarnings(seen: Observations, format: ResolvedFormat): readonly CsvWarning[] {
  const columns = format.columns.length;
  const { columns: mostColumns, cellLength } = EXCEL_LIMITS;
  const warnings = [
    ofTally(
      'FORMULA_CELLS',
      seen.formulas,
      'Cells that a spreadsheet would run as formulas',
      'pass formulaGuard: true for a file that people open',
    ),
    rowLimitWarning(seen.rows, format.header),
    ofLimit('EXCEL_COLUMN_LIMIT', columns, mostColumns, 'columns'),
    ofTally(
      'EXCEL_CELL_LIMIT',
      seen.longCells,
      `Cells of more than ${shown(cellLength)} characters`,
      'Excel does not keep them whole',
    ),
    ofTally(
      'BLANK_LINES',
      seen.blankLines,
      'Rows that are blank lines, as their only column has no text',
      'many readers skip them; pass a nullText that is not empty',
    ),
    ofTally(
      'BROKEN_TEXT',
      seen.brokenTexts,
      'Cells with half of a surrogate pair, which UTF-8 cannot express',
      'U+FFFD was written in its place',
    ),
  ];
  return Object.freeze(warnings.filter((warning) => warning !== undefined));
}

/** What is to be said of so many rows, if anything is. */
export function rowLimitWarning(rows: number, header: boolean): CsvWarning | undefined {
  return ofLimit('EXCEL_ROW_LIMIT', rows + (header ? 1 : 0), EXCEL_LIMITS.rows, 'lines');
}

function ofTally(
  code: CsvWarningCode,
  { count, first }: Tally,
  what: string,
  advice: string,
): CsvWarning | undefined {
  if (first === undefined) return undefined;
  const where = `the first in row ${shown(first.row)}, column ${first.column}`;
  const message = `${what}: ${shown(count)} (${where}); ${advice}.`;
  return Object.freeze({ code, message, count, first: Object.freeze(first) });
}

function ofLimit(
  code: CsvWarningCode,
  count: number,
  limit: number,
  what: string,
): CsvWarning | undefined {
  if (count <= limit) return undefined;
  const message = `The CSV has ${shown(count)} ${what}; Excel opens ${shown(limit)} and drops the rest.`;
  return Object.freeze({ code, message, count });
}
