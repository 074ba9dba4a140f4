import { BUILTIN_DECODERS } from './builtin-decoders.js';
import type { Decoder } from './decoder.js';
import { arrayOf } from './parse-array.js';

/**
 * The element types of array types, domains seen through: `$1` is an array of OIDs. What isn't an
 * array of `,`-separated elements gives no row.
 */
export const ELEMENT_TYPES_SQL = `
with recursive element (array_type, type) as (
  select oid, typelem from pg_catalog.pg_type
  where oid = any ($1::pg_catalog.oid[]) and typcategory = 'A' and typelem <> 0 and typlen = -1
  union all
  select array_type, typbasetype
  from element join pg_catalog.pg_type on pg_type.oid = element.type
  where typtype = 'd'
)
select array_type, type
from element join pg_catalog.pg_type on pg_type.oid = element.type
where typtype <> 'd' and typdelim = ','`;

/** Decoders of arrays of user-defined types, from the rows of {@link ELEMENT_TYPES_SQL}. */
export function userArrayDecoders(
  rows: readonly (readonly (string | null)[])[],
): ReadonlyMap<number, Decoder> {
  const asText: Decoder = (text) => text;
  return new Map(
    rows.map(([array, element]): [number, Decoder] => [
      Number(array),
      arrayOf(BUILTIN_DECODERS.get(Number(element)) ?? asText),
    ]),
  );
}
