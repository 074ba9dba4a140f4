import type { AnyQuery, SqlQuery } from '../query/query.js';
import { checkColumns } from './check-columns.js';
import type { Field } from './round-trip.js';
import type { Session } from './session.js';
import type { ColumnDescription } from './snapshot.js';

const TYPE_NAMES_SQL = `
select pg_catalog.format_type(type, modifier)
from unnest($1::pg_catalog.oid[], $2::pg_catalog.int4[]) with ordinality as wanted (type, modifier, place)
order by place`;

/** The columns of a query and the types (OIDs) of its parameters, without running it. */
export async function describeFields(
  session: Session,
  query: AnyQuery | SqlQuery,
): Promise<{ readonly fields: readonly Field[]; readonly parameterTypes: readonly number[] }> {
  await session.parse(query);
  const { fields, parameterTypes } = await session.exchange((wire) => {
    wire.describe({ type: 'S', name: '' });
    wire.sync();
  });
  checkColumns(query, fields);
  return { fields, parameterTypes };
}

/** The columns of a query with the names of their types. */
export async function describeQuery(
  session: Session,
  query: AnyQuery | SqlQuery,
): Promise<readonly ColumnDescription[]> {
  const { fields } = await describeFields(session, query);
  const names = await session.run(TYPE_NAMES_SQL, [
    `{${fields.map((field) => field.dataTypeID).join(',')}}`,
    `{${fields.map((field) => field.dataTypeModifier).join(',')}}`,
  ]);
  return fields.map(({ name }, index) => ({ name, type: names[index]?.[0] ?? '' }));
}
