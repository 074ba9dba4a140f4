import type { Expression, Kysely, RawBuilder, SqlBool } from 'kysely';
import type { LedgerSchema } from './schema.js';

/** A sync as the ledger knows it. */
export interface KnownSync {
  readonly id: number;
  readonly name: string;
}

/** The types of the values that are handed over in bulk. */
export type BulkType = 'text' | 'bigint' | 'smallint';

/**
 * SQL that takes any number of values as one parameter or few: a thousand parameters would have to be
 * compiled, parsed and bound one by one, each time.
 */
export interface BulkSql {
  /** Whether a column is among the values. */
  among(
    column: Expression<unknown>,
    type: BulkType,
    values: readonly unknown[],
  ): RawBuilder<SqlBool>;
  /** Rows as a table, of which the columns are named. */
  table<Row extends object>(
    types: Readonly<Record<keyof Row & string, BulkType>>,
    rows: readonly Row[],
  ): RawBuilder<Row>;
}

/** A run's own way to the database, and the lock that lives and dies with it. */
export interface Session {
  readonly db: Kysely<LedgerSchema>;
  /** How long a lock may be taken that is as good as free, in milliseconds. */
  readonly lockPatienceMs: number;
  /** Takes the lock of a sync, or tells that another has it; waits for nobody. */
  tryLock(within: Kysely<LedgerSchema>, sync: KnownSync): Promise<boolean>;
  /** Lets go of lock and connection. */
  release(): Promise<void>;
}

/** What differs between SQLite and PostgreSQL. */
export interface Backend {
  readonly db: Kysely<LedgerSchema>;
  readonly bulk: BulkSql;
  session(): Promise<Session>;
  /** Which of the syncs have a lock that is held. */
  held(syncs: readonly KnownSync[]): Promise<ReadonlySet<number>>;
  close(): Promise<void>;
}
