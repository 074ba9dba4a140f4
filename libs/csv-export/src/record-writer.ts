import { cellWriter } from './cell-writer.js';
import type { CsvRecord } from './csv-engine.js';
import type { Observations } from './observations.js';
import type { ResolvedFormat } from './resolve-format-options.js';
import { rowShapeCheck } from './row-shape.js';

/** The texts of a row in the order of the columns. */
export type RecordWriter = (row: unknown, rowNumber: number) => CsvRecord;

/** A writer that refuses rows which do not fit the columns. */
export function recordWriter(format: ResolvedFormat, seen: Observations): RecordWriter {
  const { columns } = format;
  const shapeOf = rowShapeCheck(format);
  const write = cellWriter(format, seen);

  return (row, rowNumber) => {
    const shape = shapeOf(row, rowNumber);
    const record: (string | null)[] = [];
    // Millions of rows go through here: no closure and no second array for each.
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]!;
      const key = shape === 'array' ? index : column.key;
      const value = (row as Readonly<Record<string | number, unknown>>)[key];
      record.push(write(value, column, rowNumber, row));
    }
    return record;
  };
}
