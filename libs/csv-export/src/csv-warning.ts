import type { CsvPlace } from './csv-error.js';

/** What a warning is about. */
export type CsvWarningCode =
  /** Cells that a spreadsheet would take for formulas; only without `formulaGuard`. */
  | 'FORMULA_CELLS'
  /** More rows than Excel opens, 1,048,576 with the header. */
  | 'EXCEL_ROW_LIMIT'
  /** More columns than Excel opens, 16,384. */
  | 'EXCEL_COLUMN_LIMIT'
  /** Cells of more characters than Excel keeps, 32,767. */
  | 'EXCEL_CELL_LIMIT'
  /** Rows of a single column without a text: blank lines, which many readers skip. */
  | 'BLANK_LINES'
  /** Cells with half of a surrogate pair, which UTF-8 cannot express: U+FFFD stands in its place. */
  | 'BROKEN_TEXT';

/** Something about the CSV that is right but should be known. Holds no value of any row. */
export interface CsvWarning {
  readonly code: CsvWarningCode;
  /** A sentence for people. */
  readonly message: string;
  /** How many cells, rows or columns it is about. */
  readonly count: number;
  /** The first of them. */
  readonly first?: CsvPlace;
}
