import type { SqlOrigin } from '../sql/sql-origin.js';

/** Type-level only: what a row of the query looks like. */
declare const row: unique symbol;

/** A query with its parameters, whatever its rows are. */
export interface AnyQuery {
  /** What the query is called in errors. */
  readonly name: string;
  /** SQL with `$1`, `$2` … where the parameters go. */
  readonly sql: string;
  /** Sent as bind parameters, never as part of the SQL. */
  readonly parameters: readonly unknown[];
  /** The columns, in the order of the query: the server must return exactly these. */
  readonly columns: readonly string[];
}

/** A query with its parameters, ready to be streamed; its rows have the type `Row`. */
export interface Query<Row> extends AnyQuery {
  readonly columns: readonly (keyof Row & string)[];
  readonly [row]?: Row;
}

/**
 * SQL that a person wrote, with its parameters; made by `sqlQuery`. Only the server knows its columns:
 * `snapshot.describe()` asks it.
 */
export interface SqlQuery extends Omit<AnyQuery, 'columns'> {
  readonly columns: undefined;
  /** The text as it was written, so that errors can be shown in it. */
  readonly origin: SqlOrigin;
}

/** The row type of a query. */
export type RowOf<Q> = Q extends Query<infer Row> ? Row : never;
