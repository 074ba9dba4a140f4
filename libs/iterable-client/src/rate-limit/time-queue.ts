const WORTH_TIDYING = 1024;

/** Points in time, first in, first out, without moving the rest at each step. */
export class TimeQueue {
  #times: number[] = [];
  #head = 0;

  get size(): number {
    return this.#times.length - this.#head;
  }

  /** The oldest, or `Infinity`. */
  get first(): number {
    return this.#times[this.#head] ?? Infinity;
  }

  push(time: number): void {
    this.#times.push(time);
  }

  /** Drops all up to a point in time. They were pushed in order. */
  dropUntil(time: number): void {
    while (this.first <= time) this.#head += 1;
    if (this.#head < WORTH_TIDYING || this.#head * 2 < this.#times.length) return;
    this.#times = this.#times.slice(this.#head);
    this.#head = 0;
  }
}
