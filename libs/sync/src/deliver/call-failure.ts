import { IterableApiError, IterableError, type IterableErrorCode } from '@org/iterable-client';
import type { CallFailure } from '../outcome.js';

/** What an error of a call means for the row that it was made for. */
export function callFailure(error: unknown): CallFailure {
  if (!(error instanceof IterableError)) {
    // Thrown by the authenticator, before anything was sent.
    const reason = error instanceof Error ? error.message : String(error);
    return { reason, code: codeOf(error), attempts: 0, retryable: false, mayHaveArrived: false };
  }
  const facts = {
    reason: error.message,
    attempts: error.attempts,
    retryable: error.retryable,
    mayHaveArrived: error.effect === 'unknown',
  };
  if (!(error instanceof IterableApiError)) return { ...facts, code: error.code };
  return {
    ...facts,
    code: error.iterableCode === undefined ? error.code : error.iterableCode,
    httpStatus: error.status,
    ...(error.requestId !== undefined && { requestId: error.requestId }),
  };
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : 'UNEXPECTED';
}

/** Codes of refused tokens that speak of one user, not of the credentials as such. */
const ONE_USER_ONLY: ReadonlySet<string | undefined> = new Set(['JwtUserIdentifiersMismatched']);

/** Whether Iterable refuses the credentials: then it will refuse them for every other row too. */
export function isAuthenticationFailure(error: unknown): error is IterableApiError {
  return (
    error instanceof IterableApiError &&
    (error.status === 401 || error.status === 403) &&
    !ONE_USER_ONLY.has(error.iterableCode)
  );
}

/** Failures after which the next row would meet the same: they say nothing about the row. */
const OUTAGES: ReadonlySet<IterableErrorCode> = new Set<IterableErrorCode>([
  'NETWORK_ERROR',
  'TIMEOUT',
  'RESPONSE_SHAPE',
  'REDIRECT_REFUSED',
  'RATE_LIMIT_EXHAUSTED',
  'RATE_LIMIT_WAIT',
]);

/** Whether the call met no Iterable that answers: none, one in trouble, or something else there. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof IterableError)) return false;
  if (OUTAGES.has(error.code)) return true;
  if (!(error instanceof IterableApiError)) return false;
  // A 404 without a code of Iterable's is another server, or another path on it.
  return error.status >= 500 || (error.status === 404 && error.iterableCode === undefined);
}

/** Whether the call ended before a request was made, because there was no time left for it. */
export function isUnsent(error: unknown): error is IterableError {
  return (
    error instanceof IterableError &&
    error.attempts === 0 &&
    (error.code === 'ABORTED' || error.code === 'RATE_LIMIT_WAIT')
  );
}
