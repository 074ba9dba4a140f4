import { Account } from '../account.js';
import type { ComparedRow } from '../compare/compared-row.js';
import { deliverInBulk } from '../deliver/deliver-in-bulk.js';
import { deliverSingly } from '../deliver/deliver-singly.js';
import type { DeliveryContext } from '../deliver/delivery-context.js';
import { OutageCircuit } from '../deliver/outage-circuit.js';
import { IdSet } from '../ledger/id-set.js';
import type { LedgerRun } from '../ledger/ledger.js';
import type { MappedRow } from '../map-row.js';
import type { SyncSummary } from '../sync-summary.js';
import { bulkProblem, chooseDelivery } from './choose-delivery.js';
import { type CheckRow, DueRows } from './due-rows.js';
import { fieldFindings } from './field-findings.js';
import { findGone } from './find-gone.js';
import type { GoneSummary } from './gone.js';
import { changedTooMuch, failedTooOften } from './guards.js';
import { LateEvents } from './late-events.js';
import { type KnownFieldTypes, readFieldTypes } from './read-field-types.js';
import { Recorder } from './recorder.js';
import type { ResolvedRunOptions } from './run-options.js';
import { rowCheck } from './row-check.js';
import { RunState } from './run-state.js';
import { sendLate } from './send-late.js';

/** Rows that are looked at before the first is sent, to see whether a whole column is wrong. */
const LOOK_AHEAD = 100;

/** One run, step by step. */
export class SyncRun<Row> {
  readonly #options: ResolvedRunOptions<Row>;
  readonly #ledger: LedgerRun | undefined;
  readonly #startedAt: number;
  readonly #state: RunState;
  readonly #account: Account;
  readonly #recorder: Recorder;
  readonly #due: DueRows<Row>;
  readonly #late: LateEvents;
  readonly #seen = new IdSet();
  readonly #filtered = new Set<string>();
  readonly #delivery: DeliveryContext;
  /** Rows that a guard read before the run did. */
  #readBefore = 0;
  #gone: GoneSummary | undefined;

  constructor(options: ResolvedRunOptions<Row>, ledger: LedgerRun | undefined) {
    const { now, keptFailures, onEvent } = options;
    const state = new RunState(onEvent);
    const seen = this.#seen;
    this.#options = options;
    this.#ledger = ledger;
    this.#startedAt = now();
    this.#state = state;
    this.#account = new Account(keptFailures);
    this.#late = new LateEvents(now);
    const { emit, ledgerFailed } = state;
    const open = new Set<string>();
    const account = this.#account;
    const recorder = new Recorder({ account, ledger, seen, open, emit, now, ledgerFailed });
    this.#recorder = recorder;
    this.#due = new DueRows({ options, ledger, state, seen, open, recorder, finish: this.#finish });
    this.#delivery = this.#deliveryContext();
  }

  /** Takes the rows through their calls. */
  async drive(): Promise<void> {
    const release = this.#state.heed(this.#options);
    try {
      this.#tellKilledRun();
      await this.#guard();
      await this.#deliver();
      const { mode } = this.#state;
      const delivery = { ...this.#delivery, settle: this.#finish };
      await sendLate(this.#late, mode, this.#options, delivery);
      await this.#recorder.flush();
      this.#judge();
      await this.#settleGone();
    } finally {
      release();
    }
  }

  /** Closes the books; only a run that was stopped may leave rows unread. */
  close(): SyncSummary {
    const { stopped, listenerError, mode, notices } = this.#state;
    if (listenerError) throw listenerError.error;
    const { sync, now } = this.#options;
    const { read } = this.#due;
    const total = stopped ? Math.max(this.#total, read) : this.#total;
    const counts = this.#account.close(read, total, { complete: !stopped });
    const { failures } = this.#account;
    const finishedAt = now();
    return Object.freeze({
      sync: sync.name,
      ...(this.#ledger && { run: this.#ledger.id }),
      startedAt: new Date(this.#startedAt).toISOString(),
      finishedAt: new Date(finishedAt).toISOString(),
      durationMs: finishedAt - this.#startedAt,
      ...(mode && { delivery: mode }),
      counts,
      ...(this.#gone && { gone: this.#gone }),
      notices,
      failures,
      failuresOmitted: counts.failed + counts.partial - failures.length,
      ...(stopped && { stopped }),
    });
  }

  /** Rows that the query returns, as far as that is known. */
  get #total(): number {
    return this.#options.total ?? Math.max(this.#readBefore, this.#due.read);
  }

  #deliveryContext(): DeliveryContext {
    const { client, concurrency, batchSize, strictFields, outageThreshold, sync, sleep } =
      this.#options;
    const state = this.#state;
    return {
      client,
      concurrency,
      batchSize,
      strictFields,
      createNewFields: sync.createNewFields,
      circuit: new OutageCircuit(outageThreshold),
      emit: state.emit,
      signal: state.signal,
      sleep,
      stopped: () => state.stopped,
      stop: state.stop,
      settle: async (row, user, event) => {
        if (!this.#late.keep(row, user, event)) await this.#finish(row, user, event);
      },
      filtered: (fields) => fields.forEach((field) => this.#filtered.add(field)),
    };
  }

  async #deliver(): Promise<void> {
    const { client, fieldTypes, sync } = this.#options;
    const state = this.#state;
    const ahead = await this.#lookAhead();
    if (ahead.length === 0) return;
    let known: KnownFieldTypes = {};
    if (!state.stopped) {
      this.#choose(ahead.length);
      known = await readFieldTypes(fieldTypes, client, state.signal);
    }
    const check = rowCheck(this.#options, known.types);
    const { createNewFields } = sync;
    const { notices, problem } = fieldFindings({ ahead, known, check, createNewFields });
    notices.forEach((notice) => state.notice(notice));
    if (problem !== undefined) state.stop('field-types', problem);
    const watch = this.#watchFields(known.types);
    const checkRow: CheckRow = (row) => {
      watch?.(row.mapped);
      return check(row);
    };
    const deliver = state.mode === 'bulk' ? deliverInBulk : deliverSingly;
    await deliver(this.#due.sendable(checkRow), this.#delivery);
  }

  /** Enough rows to choose how they are sent and to see what is wrong with all of them. */
  async #lookAhead(): Promise<readonly ComparedRow[]> {
    const { delivery, client, bulkFrom, fieldTypes } = this.#options;
    const auto = delivery === 'auto' && bulkProblem(client) === undefined;
    const enough = Math.max(auto ? bulkFrom : 1, fieldTypes === 'off' ? 1 : LOOK_AHEAD);
    return this.#due.lookAhead(enough);
  }

  #choose(rows: number): void {
    const { mode, why } = chooseDelivery(this.#options, rows);
    this.#state.mode = mode;
    this.#state.emit({ type: 'delivery-chosen', mode, why });
  }

  /** The reply to a single update does not tell which fields were dropped, so they are found before. */
  #watchFields(
    types: ReadonlyMap<string, string> | undefined,
  ): ((row: MappedRow) => void) | undefined {
    const { createNewFields } = this.#options.sync;
    if (createNewFields !== false || this.#state.mode !== 'single' || !types) return undefined;
    return ({ user }) => {
      for (const name of Object.keys(user?.dataFields ?? {})) {
        if (!types.has(name)) this.#filtered.add(name);
      }
    };
  }

  readonly #finish: DeliveryContext['settle'] = async (row, user, event) => {
    await this.#recorder.finish(row, user, event);
    const { maxFailures } = this.#options.guards;
    const problem = failedTooOften(this.#account.failed, maxFailures);
    if (problem !== undefined) this.#state.stop('max-failures', problem);
  };

  /** Holds the run back where more has changed than may; nothing has been sent then. */
  async #guard(): Promise<void> {
    const { maxChangedPercent } = this.#options.guards;
    if (!this.#ledger || maxChangedPercent === undefined || this.#state.stopped) return;
    const part = { seen: new IdSet(), open: new Set<string>(), sameUser: () => 'new' as const };
    const comparison = this.#due.comparison(part);
    try {
      const { rows, problem } = await changedTooMuch(comparison, this.#ledger, maxChangedPercent);
      this.#readBefore = rows;
      if (problem !== undefined) this.#state.stop('guard', problem);
    } catch (error) {
      this.#state.ledgerFailed(error);
    }
  }

  async #settleGone(): Promise<void> {
    const options = this.#options;
    const [ledger, state, delivery, seen] = [this.#ledger, this.#state, this.#delivery, this.#seen];
    const { select, sync } = options;
    const { read, keyless } = this.#due;
    // Only who has seen every row knows which are missing.
    const complete = !state.stopped && !keyless && read === this.#total;
    if (!ledger || !complete || select === 'failed') return;
    const tell = (gone: GoneSummary): void => void (this.#gone = gone);
    try {
      await findGone({ options, sync: sync.name, ledger, state, delivery, read, seen, tell });
    } catch (error) {
      state.ledgerFailed(error);
    }
  }

  /** What shows only in the end. */
  #judge(): void {
    const state = this.#state;
    if (this.#delivery.circuit.neverAnswered) {
      state.stop('unreachable', 'Iterable answered none of the rows');
    }
    if (this.#due.limited !== undefined) state.stop('limit', this.#due.limited);
    if (this.#filtered.size === 0) return;
    const fields = [...this.#filtered].sort().join(', ');
    const message = `Iterable dropped fields that it does not know and may not create: ${fields}.`;
    state.notice({ code: 'FIELDS_FILTERED', message });
  }

  #tellKilledRun(): void {
    const killed = this.#ledger?.killed;
    if (!killed) return;
    const message =
      `Run ${String(killed.id)} was killed before its end. Rows that it was sending may have arrived; ` +
      'they are sent again, which has no further effect.';
    this.#state.notice({ code: 'KILLED_RUN', message });
  }
}
