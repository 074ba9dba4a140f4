import { RateLimiter } from '../rate-limit/rate-limiter.js';
import { RATE_LIMIT_OPTIONS } from '../rate-limit/resolve-rate-limits.js';
import type { BehaviourOptions, LimitingOptions } from '../types/client-options.js';
import { checkKeys, describe } from './check-keys.js';

type LimiterOptions = LimitingOptions & Pick<BehaviourOptions, 'now' | 'sleep'>;

/** The limiter that a client shares with others, or one of its own. */
export function resolveRateLimiter(options: LimiterOptions): RateLimiter {
  const { rateLimits, rateLimiter, now, sleep } = options;
  if (rateLimiter === undefined) {
    const limits = rateLimits === false ? { documented: false } : rateLimits;
    if (limits !== undefined) checkKeys('rateLimits', limits, RATE_LIMIT_OPTIONS);
    return new RateLimiter({ ...limits, now, sleep });
  }
  if (!(rateLimiter instanceof RateLimiter)) {
    throw new TypeError(`rateLimiter must be a RateLimiter; received ${describe(rateLimiter)}.`);
  }
  if (rateLimits !== undefined) {
    throw new TypeError('Give either rateLimits or rateLimiter; received both.');
  }
  return rateLimiter;
}
