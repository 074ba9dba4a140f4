import { type CallFacts, IterableError } from './iterable-error.js';

/**
 * No reply: the connection was refused, reset or never made. `cause` is a plain `Error` with the
 * name, message and system code of what happened, and nothing else of it.
 */
export class IterableNetworkError extends IterableError {
  static {
    this.prototype.name = 'IterableNetworkError';
  }

  declare readonly code: 'NETWORK_ERROR';
  /** The system's code, such as `ECONNRESET`, where there was one. */
  readonly systemCode: string | undefined;

  constructor(message: string, facts: CallFacts, cause: Error, systemCode: string | undefined) {
    super('NETWORK_ERROR', message, facts, { cause });
    this.systemCode = systemCode;
  }
}
