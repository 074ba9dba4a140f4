import { retryCause } from '../retry/retry-cause.js';
import type { Failure } from '../retry/failure.js';
import { type MessageFacts, failureMessage } from './failure-message.js';
import { IterableApiError } from './iterable-api-error.js';
import type { CallEffect, IterableError } from './iterable-error.js';
import { IterableNetworkError } from './iterable-network-error.js';
import { IterableResponseError } from './iterable-response-error.js';
import { IterableTimeoutError } from './iterable-timeout-error.js';

/** The error of a call that was given up after this failure. */
export function errorOf(
  failure: Failure,
  facts: MessageFacts & { readonly effect: CallEffect },
): IterableError {
  const message = failureMessage(failure, facts);
  const call = {
    operation: facts.operation,
    attempts: facts.attempts,
    retryable: facts.reason !== 'unsafe' && retryCause(failure) !== undefined,
    effect: facts.effect,
  };
  switch (failure.kind) {
    case 'network':
      return new IterableNetworkError(message, call, failure.cause, failure.systemCode);
    case 'timeout':
      return new IterableTimeoutError(message, call, failure.timeoutMs);
    case 'response':
      return new IterableResponseError(failure.code, message, call, failure);
    case 'api': {
      const code = failure.status === 429 ? 'RATE_LIMIT_EXHAUSTED' : failure.code;
      return new IterableApiError(code, message, call, {
        ...failure,
        retryAfterMs: failure.hintMs,
      });
    }
  }
}
