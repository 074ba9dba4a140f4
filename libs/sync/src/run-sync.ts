import { Account } from './account.js';
import { isAuthenticationFailure, isOutage } from './call-failure.js';
import { deliverRow, refusedRow, unattemptedRow } from './deliver-row.js';
import { Lanes } from './lanes.js';
import { mapRow, type MappedRow } from './map-row.js';
import type { RowRecord } from './outcome.js';
import { OutageCircuit } from './outage-circuit.js';
import { resolveRunOptions, type ResolvedRunOptions, type RunSyncOptions } from './run-options.js';
import type { StopReason, SyncEvent } from './sync-event.js';
import type { Stopped, SyncSummary } from './sync-summary.js';

/**
 * Delivers rows to Iterable and accounts for every one of them. For each row the profile update
 * goes first, then the event; rows go side by side, those of one user one after another. The
 * first row goes alone, so that wrong credentials cost one row.
 *
 * The promise rejects only for misuse, for an error of `onEvent` itself and when the books don't
 * balance; whatever happens to rows, credentials or the source is told in the summary.
 *
 * @throws TypeError for options that are unknown or out of range, before anything is read
 * @throws SyncError `ACCOUNTING` when a row would vanish
 */
export async function runSync<Row>(options: RunSyncOptions<Row>): Promise<SyncSummary> {
  const run = new SyncRun(resolveRunOptions(options));
  return run.close(await run.drive());
}

/** The state of one run. */
class SyncRun<Row> {
  readonly #options: ResolvedRunOptions<Row>;
  readonly #startedAt: number;
  readonly #account: Account;
  readonly #circuit: OutageCircuit;
  #stopped: Stopped | undefined;
  #listenerError: { readonly error: unknown } | undefined;

  constructor(options: ResolvedRunOptions<Row>) {
    this.#options = options;
    this.#startedAt = options.now();
    this.#account = new Account(options.keptFailures);
    this.#circuit = new OutageCircuit(options.outageThreshold);
  }

  /** Takes the rows through their calls; gives the number of rows read. */
  async drive(): Promise<number> {
    const { sync, rows, concurrency } = this.#options;
    const lanes = new Lanes(concurrency);
    const release = this.#heedSignals();
    let read = 0;
    try {
      for await (const row of this.#stopped ? [] : rows) {
        read += 1;
        const mapped = mapRow(sync, row, read);
        await lanes.start(mapped.identities, () => this.#take(mapped));
        if (read === 1) await lanes.drain();
        if (this.#stopped) break;
      }
    } catch (error) {
      this.#stop('source', error instanceof Error ? error.message : String(error), error);
    }
    await lanes.drain();
    release();
    if (this.#circuit.neverAnswered)
      this.#stop('unreachable', 'Iterable answered none of the rows');
    return read;
  }

  /** Closes the books; only a run that was stopped may leave rows unread. */
  close(read: number): SyncSummary {
    if (this.#listenerError) throw this.#listenerError.error;
    const { sync, total = read, now } = this.#options;
    const counts = this.#account.close(read, this.#stopped ? Math.max(total, read) : total, {
      complete: !this.#stopped,
    });
    const failures = this.#account.failures;
    const finishedAt = now();
    return Object.freeze({
      sync: sync.name,
      startedAt: new Date(this.#startedAt).toISOString(),
      finishedAt: new Date(finishedAt).toISOString(),
      durationMs: finishedAt - this.#startedAt,
      counts,
      failures,
      failuresOmitted: counts.failed + counts.partial - failures.length,
      ...(this.#stopped && { stopped: this.#stopped }),
    });
  }

  async #take(mapped: MappedRow): Promise<void> {
    const record = this.#stopped
      ? unattemptedRow(mapped, `the run stopped before: ${this.#stopped.detail}`)
      : await this.#send(mapped);
    this.#account.enter(record);
    this.#emit({ type: 'row-finished', record });
  }

  async #send(mapped: MappedRow): Promise<RowRecord> {
    const { row, identifier } = mapped;
    this.#emit({ type: 'row-started', row, ...(identifier !== undefined && { identifier }) });
    if (mapped.refused) return refusedRow(mapped, mapped.refused);
    const { client, signal } = this.#options;
    const { record, errors } = await deliverRow(mapped, { client, signal, emit: this.#emit });
    this.#judge(record, errors);
    return record;
  }

  /** Stops the run where what happened to a row will happen to all others too. */
  #judge(record: RowRecord, errors: readonly unknown[]): void {
    const authentication = errors.find(isAuthenticationFailure);
    if (authentication) this.#stop('authentication', authentication.message, authentication);
    if (errors.length > 0 && errors.every(isOutage) && record.outcome !== 'partial') {
      this.#circuit.unanswered();
    } else if (record.outcome !== 'skipped') this.#circuit.answered();
    if (this.#circuit.open) {
      const rows = String(this.#options.outageThreshold);
      this.#stop('unreachable', `Iterable gave no answer for ${rows} rows one after another`);
    }
  }

  #heedSignals(): () => void {
    const signals = [this.#options.stop, this.#options.signal].filter((each) => each !== undefined);
    const interrupt = (): void => this.#stop('interrupted', 'interrupted');
    for (const each of signals) {
      if (each.aborted) interrupt();
      else each.addEventListener('abort', interrupt, { once: true });
    }
    return () => {
      for (const each of signals) each.removeEventListener('abort', interrupt);
    };
  }

  /** The first reason counts: what follows from it is no reason of its own. */
  #stop(reason: StopReason, detail: string, error?: unknown): void {
    if (this.#stopped) return;
    this.#stopped = { reason, detail, ...(error !== undefined && { error }) };
    this.#emit({ type: 'stopping', reason, detail });
  }

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
