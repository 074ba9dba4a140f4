import type { Account } from '../account.js';
import type { ComparedRow } from '../compare/compared-row.js';
import { recordOf } from '../deliver/results.js';
import type { IdSet } from '../ledger/id-set.js';
import type { LedgerResult, LedgerRun, LedgerWrite } from '../ledger/ledger.js';
import type { CallResult, RowOutcome } from '../outcome.js';
import type { SyncListener } from '../sync-event.js';
import { intentOf, resultOf, writeOf } from './ledger-writes.js';

/** Entries to a transaction. */
const BATCH = 1000;
/** The longest that a result waits for others to be written with it, in milliseconds. */
const LONGEST_WAIT_MS = 1000;

/** Outcomes of rows about which nothing new is known. */
const UNTOUCHED: ReadonlySet<RowOutcome> = new Set(['skipped', 'notAttempted']);

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
  /** Rows that the ledger knows to be on their way, with the ids of their entries. */
  readonly #intended = new Map<ComparedRow, number>();
  #results: LedgerResult[] = [];
  /** Rows that were not to be sent. */
  #writes: LedgerWrite[] = [];
  #waitingSince = 0;
  #writing: Promise<unknown> = Promise.resolve();
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
      const ids = await this.#try(() => this.#write(ledger, some.map(intentOf)));
      if (!ids) return;
      some.forEach((row, index) => this.#intended.set(row, ids[index] ?? Number.NaN));
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
    const id = this.#intended.get(row);
    this.#intended.delete(row);
    if (!ledger || row.double || row.mapped.key === undefined) return;
    if (this.#waiting === 0) this.#waitingSince = now();
    if (id !== undefined) this.#results.push(resultOf(id, row, record));
    else if (!UNTOUCHED.has(record.outcome)) this.#writes.push(writeOf(row, record));
    if (this.#waiting === 0) return;
    const due = now() - this.#waitingSince >= LONGEST_WAIT_MS;
    if (due || this.#waiting >= BATCH) await this.flush();
  }

  /** Writes what has not been written yet. */
  async flush(): Promise<void> {
    const { ledger } = this.#input;
    if (!ledger) return;
    const [writes, results] = [this.#writes, this.#results];
    [this.#writes, this.#results] = [[], []];
    this.#writing = this.#writing.then(() =>
      this.#try(async () => {
        if (writes.length > 0) await this.#write(ledger, writes);
        if (results.length > 0) await ledger.settle(results);
      }),
    );
    await this.#writing;
  }

  /** Entries to be written. */
  get #waiting(): number {
    return this.#writes.length + this.#results.length;
  }

  async #write(ledger: LedgerRun, writes: readonly LedgerWrite[]): Promise<readonly number[]> {
    const { seen, open } = this.#input;
    const ids = await ledger.write(writes);
    for (const id of ids) seen.add(id);
    for (const { key } of writes) open.delete(key);
    return ids;
  }

  /** Does something with the ledger as long as that goes well. */
  async #try<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    if (this.#broken) return undefined;
    try {
      return await work();
    } catch (error) {
      this.#broken = true;
      this.#input.ledgerFailed(error);
      return undefined;
    }
  }
}
