import { type CallFacts, IterableError } from './iterable-error.js';

/** The reply was not there, or not whole, when the time was up. */
export class IterableTimeoutError extends IterableError {
  static {
    this.prototype.name = 'IterableTimeoutError';
  }

  declare readonly code: 'TIMEOUT';
  /** How long the last attempt was given, in milliseconds. */
  readonly timeoutMs: number;

  constructor(message: string, facts: CallFacts, timeoutMs: number) {
    super('TIMEOUT', message, facts);
    this.timeoutMs = timeoutMs;
  }
}
