import type { IterableErrorCode } from './error-code.js';

/**
 * What a failed call may have done at Iterable: `none` means surely nothing; `unknown` means that
 * at least one attempt may have been carried out although no good reply came back.
 */
export type CallEffect = 'none' | 'unknown';

/** What every error of a call says about that call. */
export interface CallFacts {
  /** The operation's name, such as `users/update`. */
  readonly operation: string;
  /** How many requests were sent. */
  readonly attempts: number;
  /** Whether the same call may be made again later, safely and with some hope. */
  readonly retryable: boolean;
  /** Whether Iterable may have done the work all the same. */
  readonly effect: CallEffect;
}

/**
 * Base of all errors of this library. `code` is stable; the message is for people and may change.
 * No error holds the API key, a token, a request or its headers.
 */
export abstract class IterableError extends Error implements CallFacts {
  static {
    this.prototype.name = 'IterableError';
  }

  readonly code: IterableErrorCode;
  readonly operation: string;
  readonly attempts: number;
  readonly retryable: boolean;
  readonly effect: CallEffect;

  constructor(code: IterableErrorCode, message: string, facts: CallFacts, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.operation = facts.operation;
    this.attempts = facts.attempts;
    this.retryable = facts.retryable;
    this.effect = facts.effect;
  }

  /** Name, message and all fields that may be shown; what `JSON.stringify` writes. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}
