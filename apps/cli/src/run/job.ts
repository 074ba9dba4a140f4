import type { ColumnDescription, Query, SqlQuery } from '@org/db-query';
import type { RunSyncOptions, SyncDefinition } from '@org/sync';

/** A row whose columns only its query knows. */
export type Row = Record<string, unknown>;

/** How a job is delivered, as far as it is said with the job. */
export type JobSettings = Pick<
  RunSyncOptions<Row>,
  'delivery' | 'guards' | 'strictFields' | 'gone' | 'projectType' | 'allowReserved'
>;

/** A query and what becomes of its rows. */
export interface Job {
  /** Name of the sync, by which it is called, and known to the ledger. */
  readonly name: string;
  /** What the query finds, in words: `Querying …`. */
  readonly title: string;
  readonly query: Query<Row> | SqlQuery;
  /** The column that tells the rows apart: there in each row, and different. */
  readonly keyColumn: string;
  readonly settings: JobSettings;
  /**
   * What a row becomes in Iterable, once the columns of the query are known.
   *
   * @throws SyncMappingError where the columns are not those that the sync was written for
   */
  define(columns: readonly ColumnDescription[]): SyncDefinition<Row>;
}
