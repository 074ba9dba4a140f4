import { type CallFacts, IterableError } from './iterable-error.js';

/** The reply was not there, or not whole, when the time was up. */
export class IterableTimeoutError extends IterableError {
  static {
    this.prototype.name = 'IterableTimeoutError';
  }

  declare readonly code: 'timeout';
  /** How long the last attempt was given, in milliseconds. */
  readonly timeoutMs: number;

  constructor(message: string, facts: CallFacts, timeoutMs: number) {
    super('timeout', message, facts);
    this.timeoutMs = timeoutMs;
  }
}
