import type { BulkSql, Session } from './backend.js';
import type { Begun } from './begin-run.js';
import {
  countEntries,
  type EntriesOf,
  findEntries,
  markEntriesGone,
  missingEntries,
  settleEntries,
  writeEntries,
} from './entries.js';
import type {
  LedgerEntry,
  LedgerResult,
  LedgerRun,
  LedgerWrite,
  RunEnd,
  RunRecord,
} from './ledger.js';
import { LedgerError } from './ledger-error.js';
import { enterEnd } from './run-records.js';
import { stepwise } from './stepwise.js';
import { decodeText } from './text.js';
import { WorkInFlight } from './work-in-flight.js';

/** What a run is made of once it has its lock. */
export interface HeldRun extends Begun {
  readonly session: Session;
  readonly bulk: BulkSql;
  readonly onRelease: (run: LedgerRun) => void;
}

/** A run over whichever database. */
export class KyselyRun implements LedgerRun {
  readonly id: number;
  readonly killed?: RunRecord;
  readonly #held: HeldRun;
  readonly #entries: EntriesOf;
  readonly #work = new WorkInFlight();
  #lost: LedgerError | undefined;
  #released: Promise<void> | undefined;

  constructor(held: HeldRun) {
    this.id = held.id;
    if (held.killed) this.killed = held.killed;
    this.#held = held;
    this.#entries = { db: held.session.db, bulk: held.bulk, sync: held.sync.id };
  }

  find(keys: readonly string[]): Promise<(LedgerEntry | undefined)[]> {
    return this.#holding(() => findEntries(this.#entries, keys));
  }

  write(entries: readonly LedgerWrite[]): Promise<number[]> {
    return this.#holding(() => writeEntries(this.#entries, this.id, entries));
  }

  settle(results: readonly LedgerResult[]): Promise<void> {
    return this.#holding(() => settleEntries(this.#entries, this.id, results));
  }

  count(): Promise<number> {
    return this.#holding(() => countEntries(this.#entries));
  }

  missing(seen: { has(id: number): boolean }): AsyncGenerator<LedgerEntry> {
    return stepwise(missingEntries(this.#entries, seen), (next) => this.#holding(next));
  }

  markGone(ids: readonly number[]): Promise<void> {
    return this.#holding(() => markEntriesGone(this.#entries, ids));
  }

  end(end: RunEnd): Promise<void> {
    return this.#holding(() => enterEnd(this.#held.session.db, this.id, end));
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#released ??= this.#release();
    return this.#released;
  }

  /** What is being written still needs the lock. */
  async #release(): Promise<void> {
    await this.#work.settled();
    this.#held.onRelease(this);
    await this.#held.session.release();
  }

  async #holding<T>(work: () => Promise<T>): Promise<T> {
    const name = decodeText(this.#held.sync.name);
    if (this.#released) {
      throw new LedgerError('CLOSED', `The run of "${name}" was closed before: begin another`);
    }
    if (this.#lost) throw this.#lost;
    try {
      return await this.#work.track(work);
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code !== 'CONNECTION') throw error;
      // The server frees the lock of a connection that is lost: another run may be at work already.
      this.#lost = new LedgerError(
        'LOCK_LOST',
        `The connection that held the lock of "${name}" is lost, and this run can't write any more: run it again, and it goes on from what was written`,
        { cause: error },
      );
      throw this.#lost;
    }
  }
}
