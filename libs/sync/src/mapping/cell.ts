import type { MappedColumn } from './column-mapping.js';

/** A row of a query. */
export type Row = Readonly<Record<string, unknown>>;

/** The value of a column; throws where the row does not have it. */
export function cell(row: Row, { name }: MappedColumn): unknown {
  const value = row[name];
  if (value === undefined) throw new TypeError(`the row has no column ${JSON.stringify(name)}`);
  return value;
}

/** The value of a column that must not be NULL. */
export function filled(row: Row, column: MappedColumn, what: string): unknown {
  const value = cell(row, column);
  if (value !== null) return value;
  throw new TypeError(`the column ${JSON.stringify(column.name)} is NULL, so ${what}`);
}
