import { checkFunction } from '../options/check-function.js';
import { checkKeys } from '../options/check-keys.js';
import { sleep as timer } from '../options/sleep.js';
import type { SleepFunction } from '../types/client-options.js';
import type { RateLimitOptions, RateLimitState } from '../types/rate-limits.js';
import { Bucket } from './bucket.js';
import { type LimitedOperation, limitOf, routeOf } from './limit-of.js';
import {
  RATE_LIMIT_OPTIONS,
  type ResolvedRateLimits,
  resolveRateLimits,
} from './resolve-rate-limits.js';

/** Options of {@link RateLimiter}. */
export interface RateLimiterOptions extends RateLimitOptions {
  /**
   * The time, in milliseconds from any beginning.
   * @default a clock that is never set back
   */
  readonly now?: (() => number) | undefined;
  /**
   * Waits; ends early when the signal is aborted.
   * @default a timer
   */
  readonly sleep?: SleepFunction | undefined;
}

let buckets: (limiter: RateLimiter, operation: LimitedOperation) => Bucket;

/**
 * Holds calls back to keep to Iterable's limits. Each client has one; clients of the same Iterable
 * project should share one, because the limits are the project's:
 * `new IterableClient({ …, rateLimiter })`.
 *
 * In no period do more requests reach Iterable than the limit allows, however long they travel.
 * Other programs use up the same limits, so a 429 remains possible. It closes the operation for all
 * calls until the time that the reply names, or that of the backoff, is over.
 *
 * @throws TypeError on a wrong or unknown option.
 */
export class RateLimiter {
  static {
    buckets = (limiter, operation) => limiter.#bucket(operation);
  }

  readonly #options: ResolvedRateLimits;
  readonly #now: () => number;
  readonly #sleep: SleepFunction;
  readonly #buckets = new Map<string, Bucket>();

  constructor(options: RateLimiterOptions = {}) {
    checkKeys('RateLimiter options', options, [...RATE_LIMIT_OPTIONS, 'now', 'sleep']);
    const { now, sleep } = options;
    this.#options = resolveRateLimits(options);
    this.#now = checkFunction('now', now, () => performance.now());
    this.#sleep = checkFunction('sleep', sleep, timer);
  }

  /** How the limits stand, by method and path (`POST /api/users/update`), of the operations used. */
  state(): Readonly<Record<string, RateLimitState>> {
    const states = [...this.#buckets].map(([route, bucket]) => [route, bucket.state]);
    return Object.freeze(Object.fromEntries(states) as Record<string, RateLimitState>);
  }

  #bucket(operation: LimitedOperation): Bucket {
    const route = routeOf(operation);
    let bucket = this.#buckets.get(route);
    if (bucket === undefined) {
      const { pace, arrivalWithinMs } = this.#options;
      const limit = limitOf(operation, this.#options);
      bucket = new Bucket({ limit, pace, arrivalWithinMs, now: this.#now, sleep: this.#sleep });
      this.#buckets.set(route, bucket);
    }
    return bucket;
  }
}

/** The bucket of an operation. Not a method, because it is no business of the limiter's users. */
export const bucketOf = (limiter: RateLimiter, operation: LimitedOperation): Bucket =>
  buckets(limiter, operation);
