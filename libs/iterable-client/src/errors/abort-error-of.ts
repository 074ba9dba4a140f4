import { IterableAbortError } from './iterable-abort-error.js';
import type { CallEffect } from './iterable-error.js';

/** How a call stood when its signal was aborted. */
export interface AbortFacts {
  readonly operation: string;
  readonly attempts: number;
  readonly effect: CallEffect;
  /** The signal's reason. */
  readonly reason: unknown;
}

/** The error of a call that its caller aborted. */
export function abortErrorOf({
  operation,
  attempts,
  effect,
  reason,
}: AbortFacts): IterableAbortError {
  const open = effect === 'unknown' ? '; whether Iterable did the work is unknown' : '';
  return new IterableAbortError(
    `${operation} was aborted by its signal after ${attempts} attempt(s)${open}.`,
    { operation, attempts, retryable: false, effect },
    reason,
  );
}
