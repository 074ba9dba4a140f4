import type { Query } from '@org/db-query';
import type { SyncDefinition } from '@org/sync';

/** A query and what becomes of its rows. */
export interface Job<Row extends object> {
  /** What the query finds, in words: `Querying …`. */
  readonly title: string;
  readonly query: Query<Row>;
  /** The column that tells the rows apart: there in each row, and different. */
  readonly keyColumn: keyof Row & string;
  readonly sync: SyncDefinition<Row>;
}
