import type { BatchOutcome } from './batch-outcome.js';

/** The records between the source and the consumer, in order. */
export class OutcomeWindow {
  readonly #settled = new Map<number, BatchOutcome>();
  #opened = 0;
  #taken = 0;

  /** Records that were read and whose outcomes were not taken. */
  get size(): number {
    return this.#opened - this.#taken;
  }

  /** Whether the next outcome is there. */
  get ready(): boolean {
    return this.#settled.has(this.#taken);
  }

  /** The index of a record that was just read. */
  open(): number {
    return this.#opened++;
  }

  settle(outcome: BatchOutcome): void {
    this.#settled.set(outcome.index, outcome);
  }

  /** The next outcome, or `undefined` where its record is under way. */
  take(): BatchOutcome | undefined {
    const outcome = this.#settled.get(this.#taken);
    if (outcome !== undefined) {
      this.#settled.delete(this.#taken);
      this.#taken += 1;
    }
    return outcome;
  }
}
