import { LinkedLine } from './linked-line.js';
import { RateLimitTimeout } from './rate-limit-timeout.js';
import type { Slot } from './slots.js';

interface Waiter {
  readonly deadline: number;
  readonly settle: (outcome: { readonly slot: Slot } | { readonly error: Error }) => void;
}

/** Calls that wait for a slot, in the order they came. */
export class WaitingLine {
  readonly #waiters = new LinkedLine<Waiter>();
  #firstDeadline = Infinity;

  get size(): number {
    return this.#waiters.size;
  }

  /** Nobody's time is up before this; perhaps too early where the one it belonged to has left. */
  get firstDeadline(): number {
    return this.#firstDeadline;
  }

  /** Takes its place at the end. `onLeave` is called when the signal takes it away again. */
  join(deadline: number, signal: AbortSignal | undefined, onLeave: () => void): Promise<Slot> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        deadline,
        settle: (outcome) => {
          this.#waiters.delete(waiter);
          if (this.#waiters.size === 0) this.#firstDeadline = Infinity;
          signal?.removeEventListener('abort', leave);
          if ('slot' in outcome) resolve(outcome.slot);
          else reject(outcome.error);
        },
      };
      const leave = (): void => {
        waiter.settle({ error: signal?.reason as Error });
        onLeave();
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiters.push(waiter);
      this.#firstDeadline = Math.min(this.#firstDeadline, deadline);
    });
  }

  /** Gives the first its slot. */
  serve(slot: Slot): void {
    this.#waiters.first?.settle({ slot });
  }

  /** Sends away all whose time is up by then. */
  sendAway(time: number, closedForMs: number): void {
    if (this.#firstDeadline > time) return;
    const error = new RateLimitTimeout(closedForMs);
    let firstDeadline = Infinity;
    for (const waiter of this.#waiters) {
      if (waiter.deadline <= time) waiter.settle({ error });
      else firstDeadline = Math.min(firstDeadline, waiter.deadline);
    }
    this.#firstDeadline = firstDeadline;
  }

  sendAllAway(error: Error): void {
    for (const waiter of this.#waiters) waiter.settle({ error });
  }
}
