import { type SettledCall, settledCall } from '../call/call.js';
import type { CallContext } from '../call/call-context.js';
import { type BatchFrame, batchBody } from './batch-body.js';
import type { BatchItem } from './batch-item.js';
import type { BatchKind } from './batch-kind.js';
import type { BatchCounts } from './batch-statistics.js';
import { judgeFailure } from './judge-failure.js';
import { judgeReply } from './judge-reply.js';
import { type Halt, leftover } from './leftover.js';
import { RefusalWatch } from './refusal-watch.js';
import type { ResolvedBatchOptions } from './resolve-batch-options.js';
import type { Settlement } from './settlement.js';
import type { BatchPart, BatchVerdict } from './verdict.js';

/** What the requests of one run have in common. */
export interface DeliveryInput {
  readonly context: CallContext;
  readonly kind: BatchKind;
  readonly frame: BatchFrame;
  readonly options: ResolvedBatchOptions;
  readonly counts: BatchCounts;
  settle(this: void, item: BatchItem, settlement: Settlement): void;
}

const COUNTED = { batch: 'batches', split: 'splits', resend: 'resends' } as const;

/** Makes the requests: a batch, and whatever parts of it have to be sent again. */
export class Delivery {
  readonly #input: DeliveryInput;
  readonly #watch = new RefusalWatch();
  readonly #abort = new AbortController();
  /** Bodies have to stay below this: less than asked for after Iterable found one too large. */
  mostBytes: number;
  halt: Halt | undefined;

  constructor(input: DeliveryInput) {
    this.#input = input;
    this.mostBytes = input.options.maxBatchBytes;
  }

  /** Gives up what is under way; nothing more is sent. */
  abort(reason: unknown): void {
    this.halt = { code: 'ABORTED' };
    this.#abort.abort(reason);
  }

  /**
   * Settles each of the records. The parts go one after another, so that `concurrency` holds and the
   * first records are settled first.
   */
  async deliver(items: readonly BatchItem[]): Promise<void> {
    const { settle } = this.#input;
    const parts: BatchPart[] = [{ items, cause: 'batch', halved: false, sifted: false }];
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      if (this.halt) {
        for (const item of part.items) settle(item, leftover(item, this.halt));
        continue;
      }
      const verdict = await this.#send(part);
      this.#heed(verdict);
      for (const item of verdict.open) item.mayHaveArrived = true;
      for (const [item, settlement] of verdict.settled) settle(item, settlement);
      parts.unshift(...verdict.again);
    }
  }

  async #send(part: BatchPart): Promise<BatchVerdict> {
    const { context, kind, frame, options, counts } = this.#input;
    const url = context.options.baseUrl + kind.operation.path;
    counts.calls += 1;
    counts[COUNTED[part.cause]] += 1;
    const settled = await settledCall(
      context,
      kind.operation,
      () => ({ url, body: batchBody(frame, part.items), subject: undefined }),
      { ...options.call, signal: this.#abort.signal },
    );
    return this.#judge(part, settled);
  }

  #judge(part: BatchPart, settled: SettledCall): BatchVerdict {
    const { kind, frame, options } = this.#input;
    const { effect } = settled;
    if (settled.ok) {
      this.#watch.accepted();
      const { reply } = settled;
      return judgeReply({ kind, part, reply, effect, strictFields: options.strictFields });
    }
    const { byName } = this.#watch;
    const { error } = settled;
    const verdict = judgeFailure({ kind, part, frame, error, effect, byName });
    const stop = verdict.convicted && this.#watch.refused(verdict.convicted);
    return stop ? { ...verdict, stop } : verdict;
  }

  #heed({ stop, mostBytes }: BatchVerdict): void {
    if (mostBytes !== undefined) this.mostBytes = Math.min(this.mostBytes, mostBytes);
    if (stop !== undefined) this.halt ??= { code: 'STOPPED', facts: stop };
  }
}
