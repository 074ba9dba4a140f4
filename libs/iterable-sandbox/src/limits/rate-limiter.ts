import type { Rate } from '../contract/operation.js';
import { operations, type OperationName } from '../contract/operations.js';
import { envelope, type Reply } from '../http/reply.js';
import type { RateLimits } from './rate-limit-options.js';
import { TokenBucket } from './token-bucket.js';

/** Refuses requests beyond the rate limits. */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #buckets = new Map<string, readonly TokenBucket[]>();

  constructor(limits: RateLimits) {
    this.#limits = limits;
  }

  /**
   * Counts a request that was let in, or gives the reply that refuses it. A refused request uses
   * nothing up.
   *
   * @param keyNumber which key it came with, for limits that hold for each key.
   */
  admit(name: OperationName, keyNumber: number, at: number): Reply | undefined {
    const rates = this.#ratesOf(name);
    if (rates.length === 0) return undefined;
    const id = operations[name].rateScope === 'apiKey' ? `${keyNumber} ${name}` : name;
    let buckets = this.#buckets.get(id);
    if (!buckets) {
      buckets = rates.map((rate) => new TokenBucket(rate, at));
      this.#buckets.set(id, buckets);
    }
    const waits = buckets.map((bucket) => bucket.wait(at));
    const longest = Math.max(...waits);
    if (longest > 0) return exceeded(buckets[waits.indexOf(longest)]?.limit ?? 0, longest);
    for (const bucket of buckets) bucket.take();
    return undefined;
  }

  clear(): void {
    this.#buckets.clear();
  }

  #ratesOf(name: OperationName): readonly Rate[] {
    if (this.#limits === 'off') return [];
    const documented = operations[name].rates;
    if (this.#limits === 'documented') return documented;
    const own = this.#limits[name];
    if (own === undefined) return documented;
    return own === 'off' ? [] : [{ periodMs: 1000, ...own }];
  }
}

/** Both hints are in whole seconds. */
function exceeded(limit: number, waitMs: number): Reply {
  const seconds = Math.ceil(waitMs / 1000);
  const params = { rateLimitLimit: limit, rateLimitRemaining: 0, rateLimitReset: seconds };
  return {
    ...envelope(429, 'RateLimitExceeded', 'Exceeded rate limit.', params),
    headers: { 'retry-after': String(seconds) },
  };
}
