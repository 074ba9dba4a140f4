import type { Repeatable } from '../operations/operation.js';
import type { Failure } from './failure.js';
import { mayRepeat } from './may-repeat.js';
import { type RetryCause, retryCause } from './retry-cause.js';
import { retryDelay } from './retry-delay.js';

/** How a call stands after a failed attempt. */
export interface RetryState {
  readonly failure: Failure;
  readonly repeatable: Repeatable;
  /** Attempts made. */
  readonly attempts: number;
  readonly maxAttempts: number;
  /** Waits behind us. */
  readonly retries: number;
  /** What is left of the call's time, in milliseconds. */
  readonly remainingMs: number;
  /** The wait before the first retry, before jitter. */
  readonly firstMs: number;
  readonly capMs: number;
  readonly random: number;
}

/** Try again after a wait, or give up for a reason. */
export type RetryDecision =
  | { readonly retry: true; readonly cause: RetryCause; readonly delayMs: number }
  | {
      readonly retry: false;
      readonly reason: 'permanent' | 'unsafe' | 'attempts' | 'time';
    };

/** The rules in order; the first that says no decides. */
export function decideRetry(state: RetryState): RetryDecision {
  const { failure } = state;
  const cause = retryCause(failure);
  if (cause === undefined) return { retry: false, reason: 'permanent' };
  if (!mayRepeat(state.repeatable, failure)) return { retry: false, reason: 'unsafe' };
  if (state.attempts >= state.maxAttempts) return { retry: false, reason: 'attempts' };
  const delayMs = retryDelay({
    retry: state.retries + 1,
    firstMs: state.firstMs,
    capMs: state.capMs,
    hintMs: failure.kind === 'api' ? failure.hintMs : undefined,
    random: state.random,
  });
  // Waiting for what cannot be tried any more would only delay the bad news.
  if (delayMs >= state.remainingMs) return { retry: false, reason: 'time' };
  return { retry: true, cause, delayMs };
}
