import { CsvError } from './csv-error.js';
import { typeName } from './check-options.js';
import type { ResolvedFormat } from './resolve-format-options.js';

/** The values of a row in the order of the columns; `null` where it has none and may have none. */
export type RowReader = (row: unknown, rowNumber: number) => readonly unknown[];

/** A reader that refuses rows with a value too few or too many, as far as the options do. */
export function rowReader({ columns, missingColumns, unknownColumns }: ResolvedFormat): RowReader {
  const keys = columns.map((column) => column.key);
  const known = new Set(keys);

  function missing(rowNumber: number, column: string): null {
    if (missingColumns === 'null') return null;
    throw new CsvError(
      'ERR_CSV_MISSING_COLUMN',
      `Row ${rowNumber} has no value for the column '${column}'. ` +
        "Add it, as null where there is none, or pass missingColumns: 'null'.",
      { place: { row: rowNumber, column } },
    );
  }

  function fromArray(row: readonly unknown[], rowNumber: number): readonly unknown[] {
    if (row.length > keys.length && unknownColumns === 'refuse') {
      throw new CsvError(
        'ERR_CSV_UNKNOWN_COLUMN',
        `Row ${rowNumber} has ${row.length} values for ${keys.length} columns. ` +
          "List all columns, or pass unknownColumns: 'ignore'.",
        { place: { row: rowNumber } },
      );
    }
    return keys.map((key, index) => row[index] ?? orNull(row[index], rowNumber, key));
  }

  function fromObject(row: Readonly<Record<string, unknown>>, rowNumber: number) {
    if (unknownColumns === 'refuse') refuseUnknown(row, rowNumber);
    return keys.map((key) => row[key] ?? orNull(row[key], rowNumber, key));
  }

  const orNull = (value: unknown, rowNumber: number, key: string): null =>
    value === null ? null : missing(rowNumber, key);

  function refuseUnknown(row: Readonly<Record<string, unknown>>, rowNumber: number): void {
    const names = Object.keys(row);
    // Rows of a query have the columns in their order.
    if (names.length === keys.length && names.every((name, index) => name === keys[index])) return;
    const unknown = names.find((name) => !known.has(name) && row[name] !== undefined);
    if (unknown === undefined) return;
    throw new CsvError(
      'ERR_CSV_UNKNOWN_COLUMN',
      `Row ${rowNumber} has a value for '${unknown}', which is none of the columns (${keys.join(', ')}). ` +
        "List it, or pass unknownColumns: 'ignore'.",
      { place: { row: rowNumber, column: unknown } },
    );
  }

  return (row, rowNumber) => {
    if (Array.isArray(row)) return fromArray(row, rowNumber);
    if (typeof row === 'object' && row !== null) {
      return fromObject(row as Readonly<Record<string, unknown>>, rowNumber);
    }
    throw new CsvError(
      'ERR_CSV_ROW',
      `Row ${rowNumber} is of type ${typeName(row)}; rows are objects or arrays.`,
      { place: { row: rowNumber } },
    );
  };
}
