import { LinkedLine } from './linked-line.js';
import { TimeQueue } from './time-queue.js';

/** What a request holds from its start until its reply. */
export interface Slot {
  readonly startedAt: number;
}

/**
 * As many slots as a period may have requests. A request takes one when it starts, and **its slot
 * comes back one period after its reply**.
 *
 * Why not one period after its start, or at an even pace: what counts is when requests reach
 * Iterable, and that is some time between start and reply. Whoever starts one period after the reply
 * surely arrives more than a period after the one before, however fast or slow either was. So no
 * period, wherever it begins, sees more requests than the limit. It costs `latency / period` of the
 * rate, and nothing that knows only starts and replies can do with less.
 *
 * Time is read from a clock at each step and never taken from timers, which are late.
 */
export class Slots {
  readonly #count: number;
  readonly #periodMs: number;
  readonly #arrivalWithinMs: number;
  /** Requests that may not have arrived. */
  readonly #underWay = new LinkedLine<Slot>();
  /** Requests that are taken to have arrived, but whose replies are still out. */
  readonly #overdue = new Set<Slot>();
  readonly #comeBackAt = new TimeQueue();

  constructor(count: number, periodMs: number, arrivalWithinMs: number) {
    this.#count = count;
    this.#periodMs = periodMs;
    this.#arrivalWithinMs = arrivalWithinMs;
  }

  get inFlight(): number {
    return this.#underWay.size + this.#overdue.size;
  }

  /** How many requests may start now. */
  free(now: number): number {
    this.#settleOverdue(now);
    this.#comeBackAt.dropUntil(now);
    return this.#count - this.#underWay.size - this.#comeBackAt.size;
  }

  /** When a slot next comes back by itself; `Infinity` if that hangs on a reply. */
  nextAt(): number {
    const arrivedAt = (this.#underWay.first?.startedAt ?? Infinity) + this.#arrivalWithinMs;
    return Math.min(this.#comeBackAt.first, arrivedAt + this.#periodMs);
  }

  start(now: number): Slot {
    const slot: Slot = { startedAt: now };
    this.#underWay.push(slot);
    return slot;
  }

  /** The reply is there, or none will come. */
  end(slot: Slot, now: number): void {
    // First those before it, so that the times of coming back stay in order.
    this.#settleOverdue(now);
    if (this.#overdue.delete(slot)) return;
    if (this.#underWay.delete(slot)) this.#comeBackAt.push(now + this.#periodMs);
  }

  /** Nothing was sent. */
  cancel(slot: Slot): void {
    this.#overdue.delete(slot);
    this.#underWay.delete(slot);
  }

  #settleOverdue(now: number): void {
    for (;;) {
      const oldest = this.#underWay.first;
      const arrivedAt = (oldest?.startedAt ?? Infinity) + this.#arrivalWithinMs;
      if (oldest === undefined || arrivedAt > now) return;
      this.#underWay.delete(oldest);
      this.#overdue.add(oldest);
      this.#comeBackAt.push(arrivedAt + this.#periodMs);
    }
  }
}
