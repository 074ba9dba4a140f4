import type { ColumnType, Generated } from 'kysely';

/** The tables of a ledger. Whole numbers stand for yes and no, since SQLite knows no others. */
export interface LedgerSchema {
  sync_ledger_syncs: SyncsTable;
  sync_ledger_runs: RunsTable;
  sync_ledger_entries: EntriesTable;
}

/** The syncs that ever ran, so that an entry needs a number instead of a name. */
export interface SyncsTable {
  readonly id: Generated<number>;
  readonly name: string;
}

type Later<T> = ColumnType<T | null, never, T | null>;

export interface RunsTable {
  readonly id: Generated<number>;
  readonly sync_id: number;
  readonly started_at: number;
  readonly pid: number;
  readonly host: string;
  readonly finished_at: Later<number>;
  /** `RowCounts` as JSON. */
  readonly counts: Later<string>;
  readonly stop_reason: Later<string>;
  readonly stop_detail: Later<string>;
}

export interface EntriesTable {
  readonly id: Generated<number>;
  readonly sync_id: number;
  /** The key, or what stands for a long one. */
  readonly key: string;
  /** The key, where `key` only stands for it. */
  readonly long_key: string | null;
  readonly run_id: number;
  /** A number of `OUTCOMES`. */
  readonly outcome: number;
  readonly gone: number;
  readonly identity: string | null;
  readonly fields: string;
  readonly user_hash: string | null;
  /** The rest of the part as JSON; null for what most are: delivered at the first attempt. */
  readonly user_note: string | null;
  readonly event_hash: string | null;
  readonly event_note: string | null;
}
