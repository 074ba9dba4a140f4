import {
  openDatabase,
  sqlQuery,
  type ColumnDescription,
  type DatabaseOptions,
} from '@org/db-query';
import { reservedFields } from '@org/sync';
import type { TableName } from './table-name.js';

/** What a table looks like. */
export interface TableShape {
  /** The columns that can be sent. */
  readonly columns: readonly ColumnDescription[];
  /** Those that can't, with why. */
  readonly leftOut: readonly string[];
  /** The column of the primary key, where it is one. */
  readonly primaryKey?: string | undefined;
}

/**
 * Reads what a table looks like. None of its rows is read.
 *
 * @throws DatabaseError
 */
export async function readTable(
  { name, sql }: TableName,
  options: DatabaseOptions,
  signal: AbortSignal,
): Promise<TableShape> {
  await using database = openDatabase({ ...options, maxConnections: 1 });
  const snapshot = await database.snapshot({ signal });
  try {
    const rows = sqlQuery({ name, text: `select * from ${sql}` });
    const all = await snapshot.describe(rows, { signal });
    const keys = sqlQuery({ name: 'primary key', text: PRIMARY_KEY, parameters: { table: sql } });
    const names: string[] = [];
    for await (const row of snapshot.stream(keys, { signal })) names.push(String(row['name']));
    return {
      columns: all.filter((column) => obstacle(column) === undefined),
      leftOut: all.flatMap((column) => {
        const why = obstacle(column);
        return why === undefined ? [] : [`${column.name}: ${why}`];
      }),
      ...(names.length === 1 && { primaryKey: names[0] }),
    };
  } finally {
    await snapshot.close();
  }
}

const PRIMARY_KEY = `
select attribute.attname::text as name
from pg_catalog.pg_index key
join pg_catalog.pg_attribute attribute
  on attribute.attrelid = key.indrelid and attribute.attnum = any (key.indkey)
where key.indisprimary and key.indrelid = :table::pg_catalog.regclass`;

/** Why a column can't be sent as it is. */
function obstacle({ name, type }: ColumnDescription): string | undefined {
  if (type.startsWith('bytea')) return `${type} has no form in JSON`;
  if (name.includes('.')) return 'with a dot it would be a field inside of an object';
  if (reservedFields.includes(name)) return 'Iterable sets a field of this name itself';
  return undefined;
}
