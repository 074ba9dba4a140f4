import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { BulkSql } from '../backend.js';

/** Values as one JSON text, which SQLite takes apart by itself. */
export const sqliteBulk: BulkSql = {
  among: (column, _type, values): RawBuilder<SqlBool> =>
    sql`${column} in (select value from json_each(${JSON.stringify(values)}))`,

  table: <Row extends object>(
    types: Readonly<Record<keyof Row & string, unknown>>,
    rows: readonly Row[],
  ): RawBuilder<Row> => {
    const names = Object.keys(types) as (keyof Row & string)[];
    const columns = names.map(
      (name, index) => sql`value ->> ${sql.lit(index)} as ${sql.ref(name)}`,
    );
    const json = JSON.stringify(rows.map((row) => names.map((name) => row[name])));
    return sql`(select ${sql.join(columns)} from json_each(${json}))`;
  },
};
