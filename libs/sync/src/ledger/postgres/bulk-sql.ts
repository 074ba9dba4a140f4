import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { BulkSql, BulkType } from '../backend.js';

/** Values as arrays, one for each column. */
export const postgresBulk: BulkSql = {
  among: (column, type, values): RawBuilder<SqlBool> =>
    sql`${column} = any(${array(type, values)})`,

  table: <Row extends object>(
    types: Readonly<Record<keyof Row & string, BulkType>>,
    rows: readonly Row[],
  ): RawBuilder<Row> => {
    const names = Object.keys(types) as (keyof Row & string)[];
    const columns = names.map((name) =>
      array(
        types[name],
        rows.map((row) => row[name]),
      ),
    );
    const aliases = names.map((name) => sql.ref(name));
    return sql`(select * from unnest(${sql.join(columns)}) as bulk (${sql.join(aliases)}))`;
  },
};

function array(type: BulkType, values: readonly unknown[]): RawBuilder<unknown> {
  return sql`${values}::${sql.raw(type)}[]`;
}
