import { type CallFacts, IterableError } from './iterable-error.js';

/**
 * The authenticator gave something that cannot be sent as request headers. (Wrong options of the
 * client itself are `TypeError`s of its constructor.)
 */
export class IterableConfigurationError extends IterableError {
  static {
    this.prototype.name = 'IterableConfigurationError';
  }

  declare readonly code: 'CONFIGURATION';

  constructor(message: string, facts: CallFacts) {
    super('CONFIGURATION', message, facts);
  }
}
