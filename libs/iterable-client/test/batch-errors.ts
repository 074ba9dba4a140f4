import { IterableAbortError } from '../src/errors/iterable-abort-error.js';
import { IterableConfigurationError } from '../src/errors/iterable-configuration-error.js';
import { errorOf } from '../src/errors/error-of.js';
import type { CallFacts, IterableError } from '../src/errors/iterable-error.js';
import { rateLimitErrorOf } from '../src/errors/rate-limit-error-of.js';
import type { ApiFailure, Failure } from '../src/retry/failure.js';

const FACTS = { operation: 'users/bulkUpdate', attempts: 3, effect: 'unknown' } as const;

/** The error of a request that was given up after this failure. */
const failedWith = (failure: Failure): IterableError =>
  errorOf(failure, { ...FACTS, reason: 'attempts', remainingMs: 1000 });

/** The error of a reply. */
export const replied = (status: number, more: Partial<ApiFailure> = {}): IterableError =>
  failedWith({ kind: 'api', code: 'API_ERROR', status, ...more });

const call: CallFacts = { ...FACTS, retryable: false };

export const TIMED_OUT: IterableError = failedWith({ kind: 'timeout', timeoutMs: 500 });
export const NO_REPLY: IterableError = failedWith({ kind: 'network', cause: new Error('reset') });
export const HTML: IterableError = failedWith({
  kind: 'response',
  code: 'RESPONSE_SHAPE',
  status: 200,
  problem: 'an HTML page',
});
export const REDIRECTED: IterableError = failedWith({
  kind: 'response',
  code: 'REDIRECT_REFUSED',
  status: 307,
  problem: 'a redirect',
});
export const ABORTED: IterableError = new IterableAbortError('aborted', call, undefined);
export const NO_SLOT: IterableError = rateLimitErrorOf({
  ...FACTS,
  limit: undefined,
  timeoutMs: 500,
  closedForMs: 0,
});
export const BAD_HEADERS: IterableError = new IterableConfigurationError('no headers', call);
