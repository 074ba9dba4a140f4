import { CsvError } from './csv-error.js';
import { EXCEL_LIMITS } from './excel-limits.js';
import { formatValue } from './format-value.js';
import { isFormula } from './is-formula.js';
import { tally, type Observations } from './observations.js';
import type { ResolvedColumn } from './resolve-columns.js';
import type { ResolvedFormat } from './resolve-format-options.js';

/** The text of a value in its column; `null` where it has none. */
export type CellWriter = (
  value: unknown,
  column: ResolvedColumn,
  rowNumber: number,
  row: unknown,
) => string | null;

/** A writer that counts what should be known, and guards against formulas where it is asked to. */
export function cellWriter(format: ResolvedFormat, seen: Observations): CellWriter {
  function guarded(text: string, key: string, rowNumber: number): string {
    if (!isFormula(text)) return text;
    if (format.formulaGuard) return `'${text}`;
    tally(seen.formulas, rowNumber, key);
    return text;
  }

  function textOf(value: unknown, { key, format: own }: ResolvedColumn, row: unknown) {
    if (own === undefined) return formatValue(value, format);
    const text = own(value, row);
    if (typeof text === 'string' || text === null) return text;
    throw new TypeError(`The format function of column '${key}' must return a string or null.`);
  }

  return (value, column, rowNumber, row) => {
    if (value === null) return null;
    let text = textOf(value, column, row);
    if (text === null) return null;
    if (text === undefined) throw noText(value, column.key, rowNumber);
    // What a number, a date or JSON begins with is never the work of others.
    if (typeof value === 'string' || column.format) text = guarded(text, column.key, rowNumber);
    if (text.length > EXCEL_LIMITS.cellLength) tally(seen.longCells, rowNumber, column.key);
    return text;
  };
}

function noText(value: unknown, column: string, rowNumber: number): CsvError {
  const what = value instanceof Date ? 'an invalid date' : `of type ${typeOf(value)}`;
  return new CsvError(
    'ERR_CSV_VALUE',
    `The value of row ${rowNumber}, column '${column}', is ${what} and has no text in a CSV. ` +
      'Give the column a format function.',
    { place: { row: rowNumber, column } },
  );
}

function typeOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value;
  return value instanceof Map ? 'Map' : value instanceof Set ? 'Set' : 'object (circular?)';
}
