import type { BatchItem } from './batch-item.js';
import { type BatchLimits, planBatch } from './plan-batch.js';

/** The records that wait for a request, and the lanes of those that are under way. */
export class WaitingRecords {
  readonly #busy = new Set<string>();
  #items: BatchItem[] = [];
  #bytes = 0;
  /** How many records have to wait before it is worth planning again. */
  #worthwhile = 0;

  get length(): number {
    return this.#items.length;
  }

  push(item: BatchItem): void {
    this.#items.push(item);
    this.#bytes += item.bytes;
  }

  /** The records of the next request; nothing where it would be small and need not be made now. */
  next(limits: BatchLimits, now: boolean): readonly BatchItem[] {
    const many = this.length >= limits.records || this.#bytes + limits.frameBytes >= limits.bytes;
    if (!now && !(many && this.length >= this.#worthwhile)) return [];
    const { batch, rest, full } = planBatch(this.#items, limits, this.#busy);
    if (!full && !now) {
      // Many wait for others of their lane: looking again at each new record would be slow.
      this.#worthwhile = this.length + Math.ceil(limits.records / 8);
      return [];
    }
    this.#items = rest;
    for (const { bytes, lane } of batch) {
      this.#bytes -= bytes;
      if (lane !== undefined) this.#busy.add(lane);
    }
    this.#worthwhile = 0;
    return batch;
  }

  /** The record is settled: the next of its lane may go. */
  release({ lane }: BatchItem): void {
    if (lane === undefined) return;
    this.#busy.delete(lane);
    this.#worthwhile = 0;
  }

  /** All of them, which are not waiting any more. */
  clear(): readonly BatchItem[] {
    const items = this.#items;
    this.#items = [];
    this.#bytes = 0;
    return items;
  }
}
