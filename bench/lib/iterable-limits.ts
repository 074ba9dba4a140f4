/** Milliseconds from a request to its reply, in benchmarks. */
export const LATENCY_MS = 50;

/** Documented limits, in requests a second. */
export const LIMITS: Readonly<Record<string, number>> = {
  'users/update': 500,
  'events/track': 2000,
  'users/bulkUpdate': 5,
  'events/trackBulk': 10,
};

/** Lets through so many in any one second. */
export class RateWindow {
  readonly #accepted: number[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  enter(now: number): boolean {
    while ((this.#accepted[0] ?? now) <= now - 1000) this.#accepted.shift();
    if (this.#accepted.length >= this.#most) return false;
    this.#accepted.push(now);
    return true;
  }
}
