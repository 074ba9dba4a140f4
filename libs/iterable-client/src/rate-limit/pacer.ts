/** How far a late timer is made up for, in milliseconds: starts that are due come at once. */
const CATCH_UP_MS = 20;

/** Spreads starts: one each `gapMs`, by the clock. */
export class Pacer {
  readonly #gapMs: number;
  #nextAt = -Infinity;

  constructor(gapMs: number) {
    this.#gapMs = gapMs;
  }

  /** When the next may start. */
  get nextAt(): number {
    return this.#nextAt;
  }

  start(now: number): void {
    this.#nextAt = Math.max(this.#nextAt, now - CATCH_UP_MS) + this.#gapMs;
  }
}
