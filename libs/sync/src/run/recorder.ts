import type { Account } from '../account.js';
import type { ComparedRow } from '../compare/compared-row.js';
import { fieldHashes } from '../compare/fingerprint.js';
import { recordOf } from '../deliver/results.js';
import type { IdSet } from '../ledger/id-set.js';
import type { LedgerRun, LedgerWrite } from '../ledger/ledger.js';
import type { CallResult } from '../outcome.js';
import type { SyncListener } from '../sync-event.js';
import { intentOf, resultOf } from './ledger-writes.js';

/** Entries to a transaction. */
const BATCH = 1000;
/** The longest that a result waits for others to be written with it, in milliseconds. */
const LONGEST_WAIT_MS = 1000;

/** What a recorder needs. */
export interface RecorderInput {
  readonly account: Account;
  readonly ledger: LedgerRun | undefined;
  readonly seen: IdSet;
  /** Keys that came and are not in the ledger yet. */
  readonly open: Set<string>;
  readonly emit: SyncListener;
  readonly now: () => number;
  /** The ledger could not be written: what is not in it yet will be sent again by the next run. */
  ledgerFailed(this: void, error: unknown): void;
}

/**
 * Enters what becomes of rows: in the account, in the ledger, and to who listens. A row is in the
 * ledger before it is sent, so that a killed run leaves a trace of all that it may have done.
 */
export class Recorder {
  readonly #input: RecorderInput;
  /** Rows that the ledger knows to be on their way, with their field hashes. */
  readonly #intended = new Map<ComparedRow, string>();
  #waiting: LedgerWrite[] = [];
  #waitingSince = 0;
  #writing: Promise<void> = Promise.resolve();
  #broken = false;

  constructor(input: RecorderInput) {
    this.#input = input;
  }

  /** Enters rows that are about to be sent. */
  async intend(rows: readonly ComparedRow[]): Promise<void> {
    const { ledger } = this.#input;
    if (!ledger || this.#broken) return;
    for (let at = 0; at < rows.length; at += BATCH) {
      const some = rows.slice(at, at + BATCH);
      const writes = some.map(intentOf);
      if (!(await this.#write(writes))) return;
      some.forEach((row, index) => this.#intended.set(row, writes[index]?.fields ?? ''));
    }
  }

  /** Enters rows that are just as they were delivered. */
  unchanged(rows: number): void {
    if (rows === 0) return;
    this.#input.account.enterUnchanged(rows);
    this.#input.emit({ type: 'rows-unchanged', rows });
  }

  /** Enters what became of a row's calls. */
  async finish(row: ComparedRow, user: CallResult, event: CallResult): Promise<void> {
    const { account, emit, ledger, now } = this.#input;
    const record = recordOf(row, user, event);
    account.enter(record);
    emit({ type: 'row-finished', record });
    const fields = this.#intended.get(row);
    this.#intended.delete(row);
    const untouched = record.outcome === 'skipped' || record.outcome === 'notAttempted';
    if (!ledger || row.double || row.mapped.key === undefined) return;
    if (untouched && fields === undefined) return;
    if (this.#waiting.length === 0) this.#waitingSince = now();
    this.#waiting.push(resultOf(row, record, fields ?? fieldHashes(row.mapped)));
    const due = now() - this.#waitingSince >= LONGEST_WAIT_MS;
    if (due || this.#waiting.length >= BATCH) await this.flush();
  }

  /** Writes what has not been written yet. */
  async flush(): Promise<void> {
    const writes = this.#waiting;
    this.#waiting = [];
    this.#writing = this.#writing.then(async () => {
      if (writes.length > 0 && !this.#broken) await this.#write(writes);
    });
    await this.#writing;
  }

  async #write(writes: readonly LedgerWrite[]): Promise<boolean> {
    const { ledger, seen, open, ledgerFailed } = this.#input;
    try {
      for (const id of (await ledger?.write(writes)) ?? []) seen.add(id);
      for (const { key } of writes) open.delete(key);
      return true;
    } catch (error) {
      this.#broken = true;
      ledgerFailed(error);
      return false;
    }
  }
}
