import type { Query } from '@org/db-query';
import type { SyncDefinition } from '@org/sync';

/** A query and what becomes of its rows. */
export interface Job<Row extends object> {
  /** What the query finds, in words: `Querying …`. */
  readonly title: string;
  readonly query: Query<Row>;
  readonly sync: SyncDefinition<Row>;
}
