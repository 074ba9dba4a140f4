import { type CallFacts, IterableError } from './iterable-error.js';

/**
 * The caller's signal was aborted; `cause` is the signal's reason. `effect` tells whether a request
 * was under way: then Iterable may have done the work.
 */
export class IterableAbortError extends IterableError {
  static {
    this.prototype.name = 'IterableAbortError';
  }

  declare readonly code: 'ABORTED';

  constructor(message: string, facts: CallFacts, reason: unknown) {
    super('ABORTED', message, facts, { cause: reason });
  }
}
