import { CsvError } from './csv-error.js';
import { EXCEL_LIMITS } from './excel-limits.js';
import { formatValue } from './format-value.js';
import { formulaGuard } from './formula-guard.js';
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

/**
 * A writer that counts what should be known, and guards against formulas where it is asked to. Numbers,
 * dates and JSON are left alone there: what they begin with is never the work of others.
 */
export function cellWriter(format: ResolvedFormat, seen: Observations): CellWriter {
  const guard = formulaGuard(format, seen);
  return (value, column, rowNumber, row) => {
    let text: string | null;
    if (value === null) return null;
    if (value === undefined) return missing(format, column, rowNumber);
    if (column.format !== undefined) text = callersText(value, column, row);
    else if (typeof value === 'string') text = value;
    else text = ownText(value, format, column, rowNumber);
    if (text === null) return null;
    if (typeof value === 'string' || column.format) text = guard(text, rowNumber, column.key);
    if (text.length > EXCEL_LIMITS.cellLength) tally(seen.longCells, rowNumber, column.key);
    return text;
  };
}

function missing({ missingColumns }: ResolvedFormat, { key }: ResolvedColumn, row: number): null {
  if (missingColumns === 'null') return null;
  throw new CsvError(
    'CSV_MISSING_COLUMN',
    `Row ${row} has no value for the column '${key}'. ` +
      "Add it, as null where there is none, or pass missingColumns: 'null'.",
    { place: { row, column: key } },
  );
}

function callersText(value: unknown, { key, format }: ResolvedColumn, row: unknown): string | null {
  const text = format?.(value, row);
  if (typeof text === 'string' || text === null) return text;
  throw new TypeError(`The format function of the column '${key}' must return a string or null.`);
}

function ownText(
  value: NonNullable<unknown>,
  format: ResolvedFormat,
  { key }: ResolvedColumn,
  row: number,
): string {
  const text = formatValue(value, format);
  if (text !== undefined) return text;
  throw new CsvError(
    'CSV_VALUE',
    `The value of row ${row}, column '${key}', is ${nameOf(value)} and has no text in a CSV. ` +
      'Give the column a format function.',
    { place: { row, column: key } },
  );
}

function nameOf(value: NonNullable<unknown>): string {
  if (value instanceof Date) return 'an invalid date';
  if (value instanceof Map) return 'a Map';
  if (value instanceof Set) return 'a Set';
  return typeof value === 'object' ? 'an object that JSON cannot hold' : `a ${typeof value}`;
}
