import type { Rate } from '../contract/operation.js';

/** Lets so many requests through at once, and as many again over each period. */
export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #at: number;

  constructor(rate: Rate, at: number) {
    this.#rate = rate;
    this.#tokens = rate.requests;
    this.#at = at;
  }

  /** How many requests the bucket can hold. */
  get limit(): number {
    return this.#rate.requests;
  }

  /** Milliseconds until a request may come; 0: now. */
  wait(at: number): number {
    this.#refill(at);
    const missing = 1 - this.#tokens;
    // A whole token can come out of the sum a hair too small.
    return missing <= 1e-9 ? 0 : (missing * this.#rate.periodMs) / this.#rate.requests;
  }

  take(): void {
    this.#tokens -= 1;
  }

  /** A clock that is set back takes nothing away. */
  #refill(at: number): void {
    const { requests, periodMs } = this.#rate;
    const gained = (Math.max(0, at - this.#at) * requests) / periodMs;
    this.#tokens = Math.min(requests, this.#tokens + gained);
    this.#at = at;
  }
}
