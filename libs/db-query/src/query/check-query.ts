import { kindOf } from '../options/checks.js';
import type { AnyQuery, SqlQuery } from './query.js';

/**
 * Refuses what isn't a query, and SQL that would arrive as something else.
 *
 * @throws TypeError
 */
export function checkQuery(caller: string, query: unknown): asserts query is AnyQuery | SqlQuery {
  if (typeof query !== 'object' || query === null) {
    throw new TypeError(`${caller}: the query must be a Query, not ${kindOf(query)}`);
  }
  const { name, sql, parameters, columns, origin } = query as Readonly<
    Record<keyof SqlQuery, unknown>
  >;
  if (
    typeof name !== 'string' ||
    typeof sql !== 'string' ||
    !Array.isArray(parameters) ||
    !(Array.isArray(columns) || (columns === undefined && origin !== undefined))
  ) {
    throw new TypeError(
      `${caller}: the query must be a Query with name, sql, parameters and columns, as defineQuery and sqlQuery make it`,
    );
  }
  // The protocol ends the text at a NUL: the rest would be cut off without a word.
  if (sql.includes('\0'))
    throw new TypeError(`${caller}: the SQL of "${name}" contains a NUL character`);
}
