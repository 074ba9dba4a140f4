import type { CallContext } from '../call/call-context.js';
import { type BatchFrame, batchFrame } from './batch-body.js';
import type { BatchItem } from './batch-item.js';
import type { BatchKind } from './batch-kind.js';
import type { BatchOutcome } from './batch-outcome.js';
import { type BatchCounts, batchCounts } from './batch-statistics.js';
import { Delivery } from './delivery.js';
import { FlushTimer } from './flush-timer.js';
import { Intake } from './intake.js';
import { makeItem } from './make-item.js';
import { OutcomeWindow } from './outcome-window.js';
import type { ResolvedBatchOptions } from './resolve-batch-options.js';
import { runAbortError } from './run-abort-error.js';
import type { Settlement } from './settlement.js';
import { WaitingRecords } from './waiting-records.js';
import { Waker } from './waker.js';

/** What a run is about. */
export interface BatchRunInput {
  readonly context: CallContext;
  readonly kind: BatchKind;
  readonly records: AsyncIterable<unknown> | Iterable<unknown>;
  /** The other fields of each body. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly options: ResolvedBatchOptions;
}

/**
 * One run: reads ahead as far as the window allows, makes requests, and gives the outcomes in the
 * order of the records.
 */
export class BatchRun {
  readonly counts: BatchCounts = batchCounts();
  readonly #input: BatchRunInput;
  readonly #frame: BatchFrame;
  readonly #intake: Intake;
  readonly #delivery: Delivery;
  readonly #window = new OutcomeWindow();
  readonly #waiting = new WaitingRecords();
  readonly #flush: FlushTimer;
  readonly #progress = new Waker();
  readonly #inFlight = new Set<Promise<void>>();
  #heldBytes = 0;
  #ended = false;
  /** Whether the abort left anything undone. */
  #cut = false;
  #failure: { readonly error: unknown } | undefined;
  /** What cannot happen has happened: there may be records without an outcome. */
  #broken = false;

  constructor(input: BatchRunInput) {
    const { context, kind, records, fields, options } = input;
    this.#input = input;
    this.#frame = batchFrame(kind.place, fields);
    this.#flush = new FlushTimer(options.flushAfterMs, () => this.#advance());
    this.#intake = new Intake({
      records,
      hasRoom: () => this.#hasRoom(),
      accept: (record) => this.#accept(record),
      end: (failure) => this.#end(failure),
    });
    this.#delivery = new Delivery({
      context,
      kind,
      frame: this.#frame,
      options,
      counts: this.counts,
      settle: (item, settlement) => this.#settle(item, settlement),
    });
  }

  /** The outcomes. Nothing happens before the first is asked for. */
  async *outcomes(): AsyncGenerator<BatchOutcome, void, undefined> {
    const { signal } = this.#input.options;
    const onAbort = (): void => this.#abort(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      if (signal?.aborted) onAbort();
      else void this.#intake.run();
      while (!this.#broken && !(this.#ended && this.#window.size === 0)) {
        const outcome = this.#window.take();
        if (outcome === undefined) {
          await this.#progress.wait();
          continue;
        }
        this.#intake.wake();
        this.#advance();
        yield outcome;
      }
      if (this.#failure) throw this.#failure.error;
      if (this.#cut) throw runAbortError(this.#input.kind.operation, this.counts, signal?.reason);
    } finally {
      signal?.removeEventListener('abort', onAbort);
      await this.#close();
    }
  }

  #hasRoom(): boolean {
    const { concurrency, maxBatchSize, maxBatchBytes } = this.#input.options;
    return (
      this.#window.size < 2 * concurrency * maxBatchSize &&
      this.#heldBytes < (concurrency + 1) * maxBatchBytes
    );
  }

  #accept(record: unknown): void {
    const { kind, options } = this.#input;
    const index = this.#window.open();
    this.counts.records += 1;
    const made = makeItem(kind, index, record, options.maxBatchBytes - this.#frame.bytes);
    if ('failure' in made) {
      this.#report(index, record, { status: 'failed', ...made.failure, mayHaveArrived: false });
      return;
    }
    const { item } = made;
    this.#heldBytes += item.bytes;
    this.#waiting.push(item);
    this.#advance();
  }

  /** Makes the requests for which there are a slot and records enough. */
  #advance(): void {
    const { concurrency, maxBatchSize: records } = this.#input.options;
    while (this.#inFlight.size < concurrency && this.#waiting.length > 0) {
      // With nothing under way, nothing to take and no room, only a small request leads on.
      const stuck = this.#inFlight.size === 0 && !this.#window.ready && !this.#hasRoom();
      const limits = { records, bytes: this.#delivery.mostBytes, frameBytes: this.#frame.bytes };
      const items = this.#waiting.next(limits, this.#ended || this.#flush.due || stuck);
      if (items.length === 0) break;
      this.#flush.reset();
      const work = this.#deliver(items).finally(() => {
        this.#inFlight.delete(work);
        this.#advance();
      });
      this.#inFlight.add(work);
    }
    if (this.#waiting.length > 0 && !this.#ended) this.#flush.start();
  }

  async #deliver(items: readonly BatchItem[]): Promise<void> {
    try {
      await this.#delivery.deliver(items);
    } catch (error) {
      this.#broken = true;
      this.#failure = { error };
      this.#progress.wake();
    }
  }

  #settle(item: BatchItem, settlement: Settlement): void {
    this.#heldBytes -= item.bytes;
    this.#waiting.release(item);
    this.#report(item.index, item.record, settlement);
    this.#intake.wake();
  }

  #report(index: number, record: unknown, settlement: Settlement): void {
    this.counts[settlement.status] += 1;
    if (settlement.status !== 'delivered' && settlement.code === 'ABORTED') this.#cut = true;
    this.#window.settle({ index, record, ...settlement });
    if (this.#window.ready) this.#progress.wake();
  }

  #end(failure: { readonly error: unknown } | undefined): void {
    this.#ended = true;
    this.#failure ??= failure;
    this.#flush.reset();
    this.#advance();
    this.#progress.wake();
  }

  #abort(reason: unknown): void {
    this.#delivery.abort(reason);
    if (this.#ended) return;
    this.#cut = true;
    // A source that does not answer must not keep the abort waiting.
    this.#intake.close().catch(() => undefined);
    this.#end(undefined);
  }

  /** Leaves nothing behind: no timer, no call, no open source. */
  async #close(): Promise<void> {
    this.#flush.reset();
    this.#delivery.abort(new Error('The outcomes are not read any more.'));
    this.#waiting.clear();
    await Promise.all(this.#inFlight);
    await this.#intake.close();
  }
}
