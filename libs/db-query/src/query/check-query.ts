import { kindOf } from '../options/checks.js';
import type { AnyQuery } from './query.js';

/**
 * Refuses what isn't a query, and SQL that would arrive as something else.
 *
 * @throws TypeError
 */
export function checkQuery(caller: string, query: unknown): asserts query is AnyQuery {
  if (typeof query !== 'object' || query === null) {
    throw new TypeError(`${caller}: the query must be a Query, not ${kindOf(query)}`);
  }
  const { name, sql, parameters, columns } = query as Readonly<Record<keyof AnyQuery, unknown>>;
  if (
    typeof name !== 'string' ||
    typeof sql !== 'string' ||
    !Array.isArray(parameters) ||
    !Array.isArray(columns)
  ) {
    throw new TypeError(
      `${caller}: the query must be a Query with name, sql, parameters and columns, as defineQuery makes it`,
    );
  }
  // The protocol ends the text at a NUL: the rest would be cut off without a word.
  if (sql.includes('\0'))
    throw new TypeError(`${caller}: the SQL of "${name}" contains a NUL character`);
}
