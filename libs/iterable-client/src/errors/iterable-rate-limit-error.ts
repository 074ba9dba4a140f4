import { type CallFacts, IterableError } from './iterable-error.js';

/**
 * The rate limit would not let a request start before the call's time was up. (A call that was given
 * up after replies of 429 is an `IterableApiError` with the code `RATE_LIMIT_EXHAUSTED`.)
 */
export class IterableRateLimitError extends IterableError {
  static {
    this.prototype.name = 'IterableRateLimitError';
  }

  declare readonly code: 'RATE_LIMIT_WAIT';
  /** For how many milliseconds more all calls of the operation wait after a 429; 0 if they do not. */
  readonly closedForMs: number;

  constructor(message: string, facts: CallFacts, closedForMs: number) {
    super('RATE_LIMIT_WAIT', message, facts);
    this.closedForMs = closedForMs;
  }
}
