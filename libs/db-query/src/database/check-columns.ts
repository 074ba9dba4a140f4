import { ADVICE } from '../errors/advice.js';
import { DatabaseError } from '../errors/database-error.js';
import type { AnyQuery, SqlQuery } from '../query/query.js';
import type { Field } from './round-trip.js';

/**
 * Makes sure that each column of the result reaches its row under its own name.
 *
 * @throws {@link DatabaseError} `NOT_A_QUERY`, `DUPLICATE_COLUMN` or `UNEXPECTED_COLUMNS`
 */
export function checkColumns(
  query: AnyQuery | SqlQuery,
  fields: readonly Field[] | undefined,
): asserts fields is readonly Field[] {
  if (fields === undefined) {
    const message = `Query "${query.name}" returns no rows by its nature. ${ADVICE.NOT_A_QUERY}`;
    throw new DatabaseError({ code: 'NOT_A_QUERY', message });
  }
  const names = fields.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    const message = `Query "${query.name}" has two columns "${twice}", of which a row could keep only one. Give one of them an alias.`;
    throw new DatabaseError({ code: 'DUPLICATE_COLUMN', message });
  }
  const expected = query.columns;
  if (expected === undefined) return;
  if (names.length !== expected.length || names.some((name, index) => name !== expected[index])) {
    const message = `Query "${query.name}" should return the columns ${expected.join(', ')}, and returns ${names.join(', ')}.`;
    throw new DatabaseError({ code: 'UNEXPECTED_COLUMNS', message });
  }
}
