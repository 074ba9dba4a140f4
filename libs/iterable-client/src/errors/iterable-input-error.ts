import { IterableError } from './iterable-error.js';

/**
 * A value that JSON would drop or bend in silence (`NaN`, a function, an invalid `Date`, …), or that
 * Iterable cannot take. Found before anything is sent. The value itself is not part of the error.
 */
export class IterableInputError extends IterableError {
  static {
    this.prototype.name = 'IterableInputError';
  }

  declare readonly code: 'INVALID_INPUT';
  /** Where the value is, such as `body.users[3].dataFields.score`. */
  readonly path: string;

  constructor(operation: string, path: string, problem: string) {
    super('INVALID_INPUT', `${operation}: ${path} ${problem}. Nothing was sent.`, {
      operation,
      attempts: 0,
      retryable: false,
      effect: 'none',
    });
    this.path = path;
  }
}
