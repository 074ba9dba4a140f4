import { checkKeys, checkText, kindOf } from '../options/checks.js';
import type { SqlQuery } from '../query/query.js';
import { encodeParameter } from '../types/encode-parameter.js';
import { matchParameters, numberParameters } from './name-parameters.js';
import { applyEdits } from './sql-origin.js';

/** What {@link sqlQuery} makes a query of. */
export interface SqlQueryDefinition {
  /** What the query is called in errors. */
  readonly name: string;
  /** One statement, with or without a semicolon; `:name` is a parameter. */
  readonly text: string;
  /**
   * The values of the parameters by their names, all that the text has and no others.
   * @default {}
   */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/**
 * Makes a query of SQL that a person wrote. Its `:name` parameters are sent as bind parameters,
 * never as part of the SQL; PostgreSQL infers their types, which a cast (`:since::date`) decides. A
 * parameter is none within a text, a name in quotes or a comment. Behind an operand, `:` is the colon
 * of an array's slice: `a[1:n]`; write `a[1: :n]` for a parameter.
 *
 * Nothing is sent: what the server thinks of the SQL is told by `snapshot.describe()` or the first row.
 *
 * @throws TypeError where an option is unknown or of the wrong type, or a value has no form in SQL
 * @throws DatabaseError `SYNTAX` where there is no statement, more than one, or one without an
 * end; `PARAMETERS` where a parameter has no value, or a value no parameter
 * @example
 * const query = sqlQuery({
 *   name: 'recent.sql',
 *   text: 'select id, email from customers where since >= :since::date',
 *   parameters: { since: '2026-01-01' },
 * });
 */
export function sqlQuery(definition: SqlQueryDefinition): SqlQuery {
  checkKeys('sqlQuery', definition, ['name', 'text', 'parameters']);
  const name = checkText('sqlQuery', 'name', definition.name);
  const text = checkText('sqlQuery', 'text', definition.text);
  const { parameters = {} } = definition;
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
    throw new TypeError(`sqlQuery: parameters must be an object, not ${kindOf(parameters)}`);
  }
  const numbered = numberParameters(name, text);
  matchParameters(name, numbered, Object.keys(parameters));
  const values = numbered.names.map((parameter) => {
    const value = parameters[parameter];
    // Refused by its name here; later there are numbers only.
    encodeParameter(value, `:${parameter}`);
    return value;
  });
  return Object.freeze({
    name,
    sql: applyEdits(numbered),
    parameters: Object.freeze(values),
    columns: undefined,
    origin: Object.freeze({ text, edits: Object.freeze(numbered.edits) }),
  });
}
