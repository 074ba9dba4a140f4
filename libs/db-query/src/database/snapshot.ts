import type { AnyQuery, Query, SqlQuery } from '../query/query.js';
import type { CopyOptions } from '../copy/copy-options.js';
import type { SignalOption } from './database.js';
import type { StreamOptions } from './stream-options.js';

/** What is asked of a key. */
export interface KeyOptions extends SignalOption {
  /** The column that should tell the rows apart. */
  readonly column: string;
  /**
   * How many of the offending keys are told. 0 to 1000.
   * @default 5
   */
  readonly examples?: number;
}

/** A key that is NULL, or that several rows have. */
export interface KeyFault {
  /** As PostgreSQL writes it: data of a row, to be shown with care. */
  readonly key: string | null;
  /** How many rows have it. */
  readonly rows: number;
  /** The first of them, from 1 in the order of the query. */
  readonly firstRow: number;
}

/** What became of a key's check: good where there are neither `nulls` nor `duplicates`. */
export interface KeyReport {
  /** All rows of the query. */
  readonly rows: number;
  /** Rows whose key is NULL. */
  readonly nulls: number;
  /** Keys that more than one row has; NULL is none. */
  readonly duplicates: number;
  /** The first offending keys, in the order of the query. */
  readonly first: readonly KeyFault[];
}

/** A CSV that the server writes, in chunks; iterated once. */
export interface CsvCopy extends AsyncIterable<Uint8Array> {
  /** Its rows without the header, as the server counted; undefined until the last chunk was taken. */
  readonly rows: number | undefined;
  /** Whether its first line names the columns. */
  readonly header: boolean;
}

/** A column of a result. */
export interface ColumnDescription {
  readonly name: string;
  /** As PostgreSQL calls it: `bigint`, `numeric(10,2)`, `timestamp with time zone`, `text[]`. */
  readonly type: string;
}

/**
 * The database at one moment: a `REPEATABLE READ, READ ONLY` transaction on a connection of its own.
 * All queries streamed from it see the same data, whatever others write meanwhile, and none can
 * write. It lasts until it is closed or fails; while it does, the server can't clean up what was
 * deleted since.
 */
export interface Snapshot extends AsyncDisposable {
  /**
   * Streams the rows of a query, each as an object with the columns as keys. Nothing is sent before
   * the first row is asked for; iterating again runs the query again. One stream at a time. Leaving
   * the loop early closes the cursor; an error or the signal ends the snapshot and gives the
   * connection back.
   *
   * See the README for the types of the values.
   *
   * @throws TypeError where an option is unknown or out of range, or `query` is none
   * @throws {@link DatabaseError} from the iteration: the query's own faults (`UNDEFINED_TABLE`,
   * `SYNTAX`, `READ_ONLY`, …), `STATEMENT_TIMEOUT`, `CONNECTION_LOST`, `CANCELLED`;
   * `DUPLICATE_COLUMN`, `UNEXPECTED_COLUMNS` and `NOT_A_QUERY` before the first row;
   * `SNAPSHOT_BUSY` where another stream is open; `SNAPSHOT_ENDED` after an earlier error
   */
  stream<Row>(
    query: Query<Row>,
    options?: StreamOptions & { readonly nested?: 'parsed' },
  ): AsyncIterable<Row>;

  /** The same where JSON and arrays may be text, which the row type doesn't know; as above. */
  stream<Row>(
    query: Query<Row>,
    options: StreamOptions,
  ): AsyncIterable<Record<keyof Row & string, unknown>>;

  /** The rows of SQL whose columns only the server knows; as above. */
  stream(query: SqlQuery, options?: StreamOptions): AsyncIterable<Record<string, unknown>>;

  /**
   * Asks the server for the columns of a query, in their order, without running it.
   *
   * @throws TypeError where `query` is none or an option is unknown
   * @throws {@link DatabaseError} as `stream` before its first row
   */
  describe(
    query: AnyQuery | SqlQuery,
    options?: SignalOption,
  ): Promise<readonly ColumnDescription[]>;

  /**
   * Has the server write a query's rows as CSV (`COPY … TO STDOUT`), which takes a fraction of the time
   * of streaming them. The bytes are those that `writeCsv` of `@org/csv-export` makes, with the same
   * options, of the rows that `stream(query, { nested: 'text' })` gives. Nothing is sent before the
   * first chunk is asked for. Leaving the loop early ends the snapshot. `statementTimeoutMs` limits the
   * whole.
   *
   * @throws TypeError where `query` is none or an option is unknown or out of range
   * @throws {@link DatabaseError} from the iteration: `NOT_SUPPORTED` where the query has no columns;
   * else as `stream`
   */
  copy(query: AnyQuery | SqlQuery, options?: CopyOptions): CsvCopy;

  /**
   * Checks on the server that a column is there, not NULL and different in all rows, as its type
   * compares. The query runs once, in the snapshot, and once more where it has to be told which keys
   * offend; as one statement each, which `statementTimeoutMs` limits as a whole.
   *
   * @throws TypeError where `query` is none or an option is unknown or out of range
   * @throws {@link DatabaseError} `UNDEFINED_COLUMN` where the query has no such column;
   * `UNDEFINED_FUNCTION` where its type knows no equality, such as `json`; else as `stream`
   */
  checkKey(query: AnyQuery | SqlQuery, options: KeyOptions): Promise<KeyReport>;

  /**
   * Ends the transaction and gives the connection back. A stream that is still open is cancelled on
   * the server and fails with `CLOSED`. Closing twice is fine.
   */
  close(): Promise<void>;
}
