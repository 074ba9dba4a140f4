import type { RowOutcome, RowRecord } from './outcome.js';
import { SyncError } from './sync-error.js';

/** How many rows ended with each outcome. They add up to `rows`. */
export type RowCounts = Readonly<Record<RowOutcome, number>> & {
  /** Rows that the query returned. */
  readonly rows: number;
};

/** Keeps the books of a run: every row is entered once, and the counts must add up in the end. */
export class Account {
  readonly #counts: Record<RowOutcome, number> = {
    delivered: 0,
    partial: 0,
    failed: 0,
    unchanged: 0,
    skipped: 0,
    notAttempted: 0,
  };
  readonly #failures: RowRecord[] = [];
  readonly #keptFailures: number;
  #entered = 0;

  constructor(keptFailures: number) {
    this.#keptFailures = keptFailures;
  }

  enter(record: RowRecord): void {
    this.#entered += 1;
    this.#counts[record.outcome] += 1;
    const failed = record.outcome === 'failed' || record.outcome === 'partial';
    if (failed && this.#failures.length < this.#keptFailures) this.#failures.push(record);
  }

  /** Enters rows that were not sent because nothing about them has changed. */
  enterUnchanged(rows: number): void {
    this.#entered += rows;
    this.#counts.unchanged += rows;
  }

  /** Rows that failed so far, wholly or partly. */
  get failed(): number {
    return this.#counts.failed + this.#counts.partial;
  }

  /** The failures that were kept, in the order in which the rows ended. */
  get failures(): readonly RowRecord[] {
    return this.#failures;
  }

  /**
   * Closes the books.
   *
   * @param read rows that came out of the source
   * @param total rows that the query returns; those beyond `read` count as not attempted
   * @param run whether the run came to the end of its source, and so must have read them all
   * @throws SyncError `ACCOUNTING` when a row was entered twice or never
   */
  close(read: number, total: number, run: { readonly complete: boolean }): RowCounts {
    if (this.#entered !== read || (run.complete ? read !== total : read > total)) {
      throw new SyncError(
        'ACCOUNTING',
        `The books don't balance: the query returns ${String(total)} rows, ${String(read)} were read ` +
          `and ${String(this.#entered)} have an outcome. Please report this with the log file.`,
      );
    }
    const notAttempted = this.#counts.notAttempted + (total - read);
    return Object.freeze({ rows: total, ...this.#counts, notAttempted });
  }
}
