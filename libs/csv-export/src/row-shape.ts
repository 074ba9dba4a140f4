import { typeName } from './check-options.js';
import { CsvError } from './csv-error.js';
import type { ResolvedFormat } from './resolve-format-options.js';

/** A row whose values go by name, or by position. */
export type RowShape = 'object' | 'array';

/** Tells the shape of a row; throws where it has values that no column takes, as far as it may not. */
export type RowShapeCheck = (row: unknown, rowNumber: number) => RowShape;

/** The check for these columns. */
export function rowShapeCheck({ columns, unknownColumns }: ResolvedFormat): RowShapeCheck {
  const keys = columns.map((column) => column.key);
  const known = new Set(keys);
  const mayIgnore = unknownColumns === 'ignore';

  function checkPositions(row: readonly unknown[], rowNumber: number): void {
    if (row.length <= keys.length) return;
    throw new CsvError(
      'CSV_UNKNOWN_COLUMN',
      `Row ${rowNumber} has ${row.length} values for ${keys.length} columns. ` +
        "List all columns, or pass unknownColumns: 'ignore'.",
      { place: { row: rowNumber } },
    );
  }

  function checkNames(row: Readonly<Record<string, unknown>>, rowNumber: number): void {
    const names = Object.keys(row);
    // The rows of a query have the columns in their order.
    if (names.every((name, index) => name === keys[index])) return;
    const unknown = names.find((name) => !known.has(name) && row[name] !== undefined);
    if (unknown === undefined) return;
    throw new CsvError(
      'CSV_UNKNOWN_COLUMN',
      `Row ${rowNumber} has a value for '${unknown}', which is none of the columns (${keys.join(', ')}). ` +
        "List it, or pass unknownColumns: 'ignore'.",
      { place: { row: rowNumber, column: unknown } },
    );
  }

  return (row, rowNumber) => {
    if (Array.isArray(row)) {
      if (!mayIgnore) checkPositions(row, rowNumber);
      return 'array';
    }
    if (typeof row === 'object' && row !== null) {
      if (!mayIgnore) checkNames(row as Readonly<Record<string, unknown>>, rowNumber);
      return 'object';
    }
    throw new CsvError(
      'CSV_ROW',
      `Row ${rowNumber} is of type ${typeName(row)}; rows are objects or arrays.`,
      { place: { row: rowNumber } },
    );
  };
}
