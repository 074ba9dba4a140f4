import type { RowCounts } from '../account.js';
import type { RowOutcome } from '../outcome.js';
import type { StopReason } from '../sync-event.js';

/** What became of one part of a row, its profile or its event, when it was last sent. */
export interface LedgerPart {
  /** Hash of what was sent, or was to be. */
  readonly hash: string;
  /**
   * - `sending`: it is being sent; where no run is going on, its run was killed and it may have arrived
   * - `delivered`: Iterable's reply proves it
   * - `failed`: it was refused, or never answered
   * - `not-sent`: it was due and the run stopped before
   */
  readonly status: 'sending' | 'delivered' | 'failed' | 'not-sent';
  /** Why it was not delivered, in a sentence. */
  readonly reason?: string;
  /** A stable code of the failure. */
  readonly code?: string;
  /** Requests that were made for it in that run. */
  readonly attempts: number;
  /** Whether the same may succeed another time. */
  readonly retryable?: boolean;
  /** Whether Iterable may hold it although no reply said so. */
  readonly mayHaveArrived?: boolean;
}

/** What is written of a row. */
export interface LedgerWrite {
  readonly key: string;
  /** The email (`email:…`) or user id (`userId:…`) that the row was about. */
  readonly identity: string | null;
  /** Absent while the row is being sent. */
  readonly outcome: RowOutcome | null;
  /** Absent where the sync sends no profile for the row. */
  readonly user: LedgerPart | null;
  /** Absent where the sync sends no event for the row. */
  readonly event: LedgerPart | null;
  /** Short hashes of the fields that were sent, from which a later plan tells which changed. */
  readonly fields: string;
}

/** What became of a row that was written before it was sent. */
export interface LedgerResult extends Pick<LedgerWrite, 'user' | 'event'> {
  /** The id that `write` gave. */
  readonly id: number;
  readonly outcome: RowOutcome;
}

/** What is known of a row. */
export interface LedgerEntry extends LedgerWrite {
  /** Numbers the entries of a ledger; never used again for another. */
  readonly id: number;
  /** The run that wrote it last. */
  readonly run: number;
  /** Whether a run found that the query does not return the row any more, and dealt with it. */
  readonly gone: boolean;
}

/** How a run is begun. */
export interface NewRun {
  readonly sync: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** How a run ended. */
export interface RunEnd {
  /** Milliseconds since 1970. */
  readonly finishedAt: number;
  readonly counts: RowCounts;
  /** Absent when the run came to its last row. */
  readonly stopped?: { readonly reason: StopReason; readonly detail: string };
}

/** A run, as the ledger remembers it. */
export interface RunRecord {
  readonly id: number;
  readonly sync: string;
  readonly startedAt: number;
  /** Which process it was, on which machine. */
  readonly pid: number;
  readonly host: string;
  /** Absent while it runs, and for ever where it was killed. */
  readonly end?: RunEnd;
  /**
   * Whether it has no end and its process holds the lock of its sync. Without an end, one that isn't
   * running was killed.
   */
  readonly running: boolean;
}

/** A sync, as the ledger remembers it. */
export interface SyncRecord {
  readonly sync: string;
  /** Rows that are known of it and not gone. */
  readonly rows: number;
  /** Those among them that were not wholly delivered when they were last sent. */
  readonly failures: number;
}

/** What can be read of one sync. */
export interface LedgerReader {
  /**
   * What is known of these keys, in their order; at most 1,000 of them.
   *
   * @throws TypeError for more
   */
  find(keys: readonly string[]): Promise<readonly (LedgerEntry | undefined)[]>;
  /** Entries of the sync that are not gone. */
  count(): Promise<number>;
  /**
   * Entries of the sync, not gone yet, that are not in the set; by id. They are read in pages: what is
   * written meanwhile may be told or not, and to mark what was told as gone is fine.
   */
  missing(seen: { has(id: number): boolean }): AsyncIterable<LedgerEntry>;
}

/**
 * One run's hold on the ledger: the lock of its sync, until it is disposed of or its process ends.
 *
 * Its methods throw a `LedgerError`: `LOCK_LOST` when the connection is lost that held the lock, and from
 * then on always; `CLOSED` after it was disposed of; or what the database has to say.
 */
export interface LedgerRun extends LedgerReader, AsyncDisposable {
  /** Numbers the runs of a ledger, from 1. */
  readonly id: number;
  /** The last run of this sync, where it was killed: what it was sending when it ended is open. */
  readonly killed?: RunRecord;
  /**
   * Writes entries, at most 1,000, in one transaction; gives their ids, in their order. What was there
   * under a key is replaced, and not gone any more. Of two entries with one key the later counts. When it
   * resolves, the entries are on the disk.
   *
   * @throws TypeError for more
   */
  write(entries: readonly LedgerWrite[]): Promise<readonly number[]>;
  /**
   * Enters what became of entries that this run has written, at most 1,000, in one transaction: half as
   * dear as to write them anew. Of two results with one id the later counts. When it resolves, they are
   * on the disk.
   *
   * @throws TypeError for more
   */
  settle(results: readonly LedgerResult[]): Promise<void>;
  /** Marks entries of the sync as gone, all in one transaction; other ids are passed over. */
  markGone(ids: readonly number[]): Promise<void>;
  /** Enters how the run ended. */
  end(end: RunEnd): Promise<void>;
  /** Lets go of the lock. A run without an end counts as killed. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** What was delivered, by sync and key. */
export interface Ledger extends AsyncDisposable {
  /**
   * Takes the lock of a sync and begins a run.
   *
   * @throws LedgerError `LOCKED` when another run of the sync holds it: says which process, on which
   * machine, since when
   */
  begin(run: NewRun): Promise<LedgerRun>;
  /** Reads a sync without its lock, for a plan; beside a run that is going on it sees what is committed. */
  read(sync: string): LedgerReader;
  /** The syncs that ever ran, the one of the newest run first. */
  syncs(): Promise<SyncRecord[]>;
  /**
   * Runs, the newest first.
   *
   * @param options.sync only those of this sync
   * @param options.limit how many at most; 100 where it isn't said
   */
  runs(options?: { readonly sync?: string; readonly limit?: number }): Promise<RunRecord[]>;
  /**
   * Entries of a sync that were not wholly delivered when they were last sent, by id: `partial`, `failed`,
   * `notAttempted`, and those that are being sent. The ones that are gone since are among them.
   */
  failures(sync: string): AsyncIterable<LedgerEntry>;
  /** Lets go of all locks, and closes the ledger. */
  close(): Promise<void>;
}
