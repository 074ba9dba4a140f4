import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { checkKeys, checkText, kindOf } from '../options/checks.js';
import type { Query } from './query.js';
import type { QuerySource } from './query-source.js';
import { selectedColumns } from './selected-columns.js';

/** What {@link defineQuery} makes a query of. */
export interface QueryDefinition<Schema, Parameters extends readonly unknown[], Row> {
  /** What the query is called in errors. */
  readonly name: string;
  /**
   * Builds the query. Values must reach it as Kysely's values, so that they become bind parameters;
   * each column has to be named, so that the order of the columns is known.
   */
  readonly build: (db: QuerySource<Schema>, ...parameters: Parameters) => Compilable<Row>;
}

/**
 * Defines a typed query over a Kysely schema. Nothing is sent: the result is a function that makes
 * queries to stream from a snapshot.
 *
 * @example
 * interface Shop {
 *   customers: { id: bigint; email: string; since: Date };
 * }
 * const newCustomers = defineQuery({
 *   name: 'new-customers',
 *   build: (db: QuerySource<Shop>, since: Date) =>
 *     db.selectFrom('customers').select(['id', 'email']).where('since', '>=', since).orderBy('id'),
 * });
 * newCustomers(new Date('2026-01-01T00:00:00Z')).columns; // ['id', 'email']
 *
 * @throws TypeError where the definition is not one, and from the function where `build` returns
 * something that is no query or does not name its columns
 */
export function defineQuery<Schema, Parameters extends readonly unknown[], Row>(
  definition: QueryDefinition<Schema, Parameters, Row>,
): (...parameters: Parameters) => Query<Row> {
  checkKeys('defineQuery', definition, ['name', 'build']);
  const name = checkText('defineQuery', 'name', definition.name);
  const { build } = definition;
  if (typeof build !== 'function') {
    throw new TypeError(`defineQuery: build must be a function, not ${kindOf(build)}`);
  }
  return (...parameters) => {
    const compiled = build(compiler<Schema>(), ...parameters).compile();
    return Object.freeze({
      name,
      sql: compiled.sql,
      parameters: Object.freeze([...compiled.parameters]),
      columns: Object.freeze(selectedColumns(name, compiled.query)) as Query<Row>['columns'],
    });
  };
}

/** A Kysely that compiles and can't execute. */
function compiler<Schema>(): QuerySource<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
