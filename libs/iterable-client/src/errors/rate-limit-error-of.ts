import type { Rate } from '../operations/operation.js';
import type { CallFacts } from './iterable-error.js';
import { IterableRateLimitError } from './iterable-rate-limit-error.js';

/** What the error of a wait in vain tells. */
export interface RateLimitFacts extends Omit<CallFacts, 'retryable'> {
  readonly limit: Rate | undefined;
  /** How long the call would have waited, in milliseconds. */
  readonly timeoutMs: number;
  readonly closedForMs: number;
}

/** The error of a call that could not start in the time it had. */
export function rateLimitErrorOf(facts: RateLimitFacts): IterableRateLimitError {
  const { operation, attempts, effect, limit, timeoutMs, closedForMs } = facts;
  const sent = attempts === 0 ? 'was not sent' : `was not sent again after ${attempts} attempt(s)`;
  const problem =
    closedForMs > 0 || limit === undefined
      ? `Iterable asked to wait ${seconds(closedForMs)} more, and the call had ${seconds(timeoutMs)} left.`
      : `its limit of ${limit.requests} requests in ${limit.periodSeconds} s left no room within ` +
        `${seconds(timeoutMs)}. Make fewer calls at once, or give them a longer totalTimeoutMs.`;
  return new IterableRateLimitError(
    `${operation} ${sent}: ${problem}`,
    { operation, attempts, retryable: true, effect },
    closedForMs,
  );
}

const seconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 100) / 10} s`;
