import { Account } from '../account.js';
import {
  createRowChecks,
  DistinctUsers,
  fieldConflictMessage,
  fieldConflicts,
} from '../checks/index.js';
import type { ComparedRow } from '../compare/compared-row.js';
import { compareRows, type Comparison } from '../compare/compare-rows.js';
import { deliverInBulk } from '../deliver/deliver-in-bulk.js';
import { deliverSingly } from '../deliver/deliver-singly.js';
import type { DeliveryContext } from '../deliver/delivery-context.js';
import { OutageCircuit } from '../deliver/outage-circuit.js';
import { unsentResult } from '../deliver/results.js';
import { IdSet } from '../ledger/id-set.js';
import type { LedgerRun } from '../ledger/ledger.js';
import type { MappedRow } from '../map-row.js';
import type { CallResult } from '../outcome.js';
import type { DeliveryMode, Notice, StopReason, SyncEvent } from '../sync-event.js';
import type { Stopped, SyncSummary } from '../sync-summary.js';
import { bulkProblem, chooseDelivery } from './choose-delivery.js';
import type { GoneSummary } from './gone.js';
import { changedTooMuch, emptied } from './guards.js';
import { LateEvents } from './late-events.js';
import { readFieldTypes } from './read-field-types.js';
import { Recorder } from './recorder.js';
import type { ResolvedRunOptions } from './run-options.js';
import { sendLate } from './send-late.js';
import { settleGone } from './settle-gone.js';
import { withProblems } from './with-problems.js';

/** Rows that are looked at before the first is sent, to see whether a whole column is wrong. */
const LOOK_AHEAD = 100;

/** The state of one run. */
export class SyncRun<Row> {
  readonly #options: ResolvedRunOptions<Row>;
  readonly #ledger: LedgerRun | undefined;
  readonly #startedAt: number;
  readonly #account: Account;
  readonly #recorder: Recorder;
  readonly #late: LateEvents;
  readonly #seen = new IdSet();
  readonly #open = new Set<string>();
  readonly #abort = new AbortController();
  readonly #notices: Notice[] = [];
  readonly #filtered = new Set<string>();
  readonly #delivery: DeliveryContext;
  #mode: DeliveryMode | undefined;
  #read = 0;
  #sent = 0;
  #unread = 0;
  #keyless = 0;
  #limited = false;
  #gone: GoneSummary | undefined;
  #stopped: Stopped | undefined;
  #listenerError: { readonly error: unknown } | undefined;

  constructor(options: ResolvedRunOptions<Row>, ledger: LedgerRun | undefined) {
    const { now, keptFailures, outageThreshold, client, concurrency, strictFields, sync } = options;
    this.#options = options;
    this.#ledger = ledger;
    this.#startedAt = now();
    this.#account = new Account(keptFailures);
    this.#late = new LateEvents(now);
    this.#recorder = new Recorder({
      account: this.#account,
      ledger,
      seen: this.#seen,
      emit: this.#emit,
      now,
      ledgerFailed: this.#ledgerFailed,
    });
    this.#delivery = {
      client,
      emit: this.#emit,
      signal: this.#abort.signal,
      concurrency,
      batchSize: options.batchSize,
      createNewFields: sync.createNewFields,
      strictFields,
      circuit: new OutageCircuit(outageThreshold),
      stopped: () => this.#stopped,
      stop: this.#stop,
      settle: async (row, user, event) => {
        if (!this.#late.keep(row, user, event)) await this.#finish(row, user, event);
      },
      filtered: (fields) => fields.forEach((field) => this.#filtered.add(field)),
    };
  }

  /** Takes the rows through their calls. */
  async drive(): Promise<void> {
    const release = this.#heedSignals();
    try {
      this.#tellKilledRun();
      await this.#guard();
      await this.#deliver();
      await sendLate(this.#late, this.#mode, this.#options, {
        ...this.#delivery,
        settle: this.#finish,
      });
      await this.#recorder.flush();
      this.#judge();
      await this.#settleGone();
    } finally {
      release();
    }
  }

  /** Closes the books; only a run that was stopped may leave rows unread. */
  close(): SyncSummary {
    if (this.#listenerError) throw this.#listenerError.error;
    const { sync, now } = this.#options;
    const stopped = this.#stopped;
    const read = this.#read;
    const { total = Math.max(read, this.#unread) } = this.#options;
    const counts = this.#account.close(read, stopped ? Math.max(total, read) : total, {
      complete: !stopped,
    });
    const { failures } = this.#account;
    const finishedAt = now();
    return Object.freeze({
      sync: sync.name,
      ...(this.#ledger && { run: this.#ledger.id }),
      startedAt: new Date(this.#startedAt).toISOString(),
      finishedAt: new Date(finishedAt).toISOString(),
      durationMs: finishedAt - this.#startedAt,
      ...(this.#mode && { delivery: this.#mode }),
      counts,
      ...(this.#gone && { gone: this.#gone }),
      notices: this.#notices,
      failures,
      failuresOmitted: counts.failed + counts.partial - failures.length,
      ...(stopped && { stopped }),
    });
  }

  async #deliver(): Promise<void> {
    const { client, fieldTypes, projectType, allowReserved } = this.#options;
    const due = this.#due();
    const ahead = await this.#lookAhead(due);
    if (ahead.length === 0) return;
    if (!this.#stopped) this.#choose(ahead.length);
    const known = this.#stopped
      ? undefined
      : await readFieldTypes(fieldTypes, client, this.#abort.signal);
    if (known?.notice) this.#notice(known.notice);
    const types = known?.types ?? new Map<string, string>();
    const conflicts = fieldConflicts(
      ahead.map(({ mapped }) => mapped),
      types,
    );
    if (conflicts.length > 0) this.#stop('field-types', fieldConflictMessage(conflicts));
    const check = createRowChecks({ projectType, allowReserved, fieldTypes: types });
    const watch = this.#watchFields(types);
    const rows = this.#sendable(ahead, due, (row) => {
      watch?.(row.mapped);
      return withProblems(row, check(row.mapped));
    });
    await (this.#mode === 'bulk' ? deliverInBulk : deliverSingly)(rows, this.#delivery);
  }

  /** The reply to a single update does not tell which fields were dropped, so they are found before. */
  #watchFields(types: ReadonlyMap<string, string>): ((row: MappedRow) => void) | undefined {
    const { createNewFields } = this.#options.sync;
    if (createNewFields !== false || this.#mode !== 'single' || types.size === 0) return undefined;
    return ({ user }) => {
      for (const name of Object.keys(user?.dataFields ?? {})) {
        if (!types.has(name)) this.#filtered.add(name);
      }
    };
  }

  /** Rows that need a call, chunk by chunk; the others are accounted for on the way. */
  async *#due(): AsyncGenerator<ComparedRow[], void> {
    const users = new DistinctUsers();
    const sameUser: Comparison<Row>['sameUser'] = (identity, print) => users.enter(identity, print);
    for await (const chunk of compareRows(
      this.#comparison({ seen: this.#seen, open: this.#open, sameUser }),
    )) {
      this.#read += chunk.length;
      const due: ComparedRow[] = [];
      let unchanged = 0;
      for (const row of chunk) {
        if (row.mapped.key === undefined) this.#keyless += 1;
        if (row.send.user || row.send.event) due.push(row);
        else if (row.change === 'unchanged') unchanged += 1;
        else await this.#finish(row, unsentResult(row, 'user'), unsentResult(row, 'event'));
      }
      this.#recorder.unchanged(unchanged);
      if (due.length > 0) yield due;
    }
  }

  /** Enough rows to choose how they are sent and to see what is wrong with all of them. */
  async #lookAhead(due: AsyncGenerator<ComparedRow[], void>): Promise<ComparedRow[]> {
    const { delivery, client, bulkFrom, fieldTypes } = this.#options;
    const auto = delivery === 'auto' && bulkProblem(client) === undefined;
    const enough = Math.max(auto ? bulkFrom : 1, fieldTypes === 'off' ? 1 : LOOK_AHEAD);
    const ahead: ComparedRow[] = [];
    while (ahead.length < enough) {
      const { done, value } = await due.next();
      if (done) break;
      ahead.push(...value);
    }
    return ahead;
  }

  #choose(rows: number): void {
    const { mode, why } = chooseDelivery(this.#options, rows);
    this.#mode = mode;
    this.#emit({ type: 'delivery-chosen', mode, why });
  }

  /** The rows that can be sent, each in the ledger before it is given. */
  async *#sendable(
    ahead: ComparedRow[],
    due: AsyncIterable<ComparedRow[]>,
    check: (row: ComparedRow) => ComparedRow,
  ): AsyncGenerator<ComparedRow, void> {
    yield* await this.#prepare(ahead, check);
    for await (const chunk of due) yield* await this.#prepare(chunk, check);
  }

  async #prepare(
    rows: readonly ComparedRow[],
    check: (row: ComparedRow) => ComparedRow,
  ): Promise<ComparedRow[]> {
    const { limit = Infinity } = this.#options;
    // Those that come after the end are not checked any more; who sends them sees that it is too late.
    if (this.#stopped) return [...rows];
    const ready: ComparedRow[] = [];
    for (const row of rows.map(check)) {
      if (!row.send.user && !row.send.event) {
        await this.#finish(row, unsentResult(row, 'user'), unsentResult(row, 'event'));
      } else if (this.#sent < limit) {
        this.#sent += 1;
        ready.push(row);
      } else {
        this.#limited = true;
        await this.#leaveOut(row);
      }
    }
    await this.#recorder.intend(ready);
    await this.#recorder.flush();
    // Every key that came so far is in the ledger now.
    this.#open.clear();
    return ready;
  }

  #leaveOut(row: ComparedRow): Promise<void> {
    const result = (part: 'user' | 'event'): CallResult =>
      row.send[part] ? { status: 'not-sent', reason: this.#limitReached } : unsentResult(row, part);
    return this.#finish(row, result('user'), result('event'));
  }

  readonly #finish = async (
    row: ComparedRow,
    user: CallResult,
    event: CallResult,
  ): Promise<void> => {
    await this.#recorder.finish(row, user, event);
    const { maxFailures = Infinity } = this.#options.guards;
    if (this.#account.failed > maxFailures) {
      this.#stop('max-failures', `more than ${String(maxFailures)} rows failed`);
    }
  };

  /** Holds the run back where more has changed than may; nothing has been sent then. */
  async #guard(): Promise<void> {
    const { maxChangedPercent } = this.#options.guards;
    if (!this.#ledger || maxChangedPercent === undefined || this.#stopped) return;
    const comparison = this.#comparison({
      seen: new IdSet(),
      open: new Set(),
      sameUser: () => 'new',
    });
    try {
      const { rows, problem } = await changedTooMuch(comparison, this.#ledger, maxChangedPercent);
      this.#unread = rows;
      if (problem !== undefined) this.#stop('guard', problem);
    } catch (error) {
      this.#ledgerFailed(error);
    }
  }

  async #settleGone(): Promise<void> {
    const { select, guards, sync, gone } = this.#options;
    const ledger = this.#ledger;
    if (!ledger || this.#stopped || select === 'failed' || this.#incomplete) return;
    try {
      const known = await ledger.count();
      const problem = guards.allowEmpty ? undefined : emptied(this.#read, known);
      if (problem !== undefined) return this.#stop('guard', problem);
      const rows = known - this.#seen.size;
      this.#gone =
        rows === 0
          ? { rows, handled: 0, failed: 0 }
          : await settleGone({
              run: this.#delivery,
              sync: sync.name,
              gone,
              ledger,
              seen: this.#seen,
              rows,
            });
    } catch (error) {
      this.#ledgerFailed(error);
    }
    if (this.#gone && this.#gone.rows > 0) {
      const rows = String(this.#gone.rows);
      const message = `The ledger knows ${rows} rows that the query does not return any more.`;
      this.#notice({ code: 'GONE', message });
    }
  }

  /** Whether rows may have come that can't be told from those that are gone. */
  get #incomplete(): boolean {
    const { total = Math.max(this.#unread, this.#read) } = this.#options;
    return this.#keyless > 0 || total !== this.#read;
  }

  #comparison(part: Pick<Comparison<Row>, 'seen' | 'open' | 'sameUser'>): Comparison<Row> {
    const { sync, rows, select } = this.#options;
    return {
      sync,
      rows,
      ledger: this.#ledger,
      selection: select,
      ...part,
      stopped: () => this.#stopped !== undefined || this.#limited,
      sourceFailed: (error) => {
        this.#stop('source', error instanceof Error ? error.message : String(error), error);
      },
      ledgerFailed: this.#ledgerFailed,
    };
  }

  /** What shows only in the end. */
  #judge(): void {
    if (this.#delivery.circuit.neverAnswered) {
      this.#stop('unreachable', 'Iterable answered none of the rows');
    }
    if (this.#limited) this.#stop('limit', this.#limitReached);
    if (this.#filtered.size === 0) return;
    const fields = [...this.#filtered].sort().join(', ');
    const message = `Iterable dropped fields that it does not know and may not create: ${fields}.`;
    this.#notice({ code: 'FIELDS_FILTERED', message });
  }

  #tellKilledRun(): void {
    const killed = this.#ledger?.killed;
    if (!killed) return;
    const message =
      `Run ${String(killed.id)} was killed before its end. Rows that it was sending may have arrived; ` +
      'they are sent again, which has no further effect.';
    this.#notice({ code: 'KILLED_RUN', message });
  }

  get #limitReached(): string {
    return `${String(this.#options.limit)} rows were to be sent, and were`;
  }

  #notice(notice: Notice): void {
    this.#notices.push(notice);
    this.#emit({ type: 'notice', notice });
  }

  #heedSignals(): () => void {
    const { stop, signal } = this.#options;
    const interrupt = (): void => this.#stop('interrupted', 'interrupted');
    const abort = (): void => {
      interrupt();
      this.#abort.abort(signal?.reason);
    };
    if (stop?.aborted) interrupt();
    if (signal?.aborted) abort();
    stop?.addEventListener('abort', interrupt, { once: true });
    signal?.addEventListener('abort', abort, { once: true });
    return () => {
      stop?.removeEventListener('abort', interrupt);
      signal?.removeEventListener('abort', abort);
    };
  }

  readonly #ledgerFailed = (error: unknown): void => {
    const what = error instanceof Error ? error.message : String(error);
    this.#stop('ledger', `the ledger failed: ${what}`, error);
  };

  /** The first reason counts: what follows from it is no reason of its own. */
  readonly #stop = (reason: StopReason, detail: string, error?: unknown): void => {
    if (this.#stopped) return;
    this.#stopped = { reason, detail, ...(error !== undefined && { error }) };
    this.#emit({ type: 'stopping', reason, detail });
    // What is on its way in bulk would only be sent to nobody, request by request.
    if (reason === 'unreachable' && this.#mode === 'bulk') this.#abort.abort(new Error(detail));
  };

  readonly #emit = (event: SyncEvent): void => {
    if (this.#listenerError) return;
    try {
      this.#options.onEvent?.(event);
    } catch (error) {
      this.#listenerError = { error };
      this.#stop('interrupted', 'the listener failed', error);
    }
  };
}
