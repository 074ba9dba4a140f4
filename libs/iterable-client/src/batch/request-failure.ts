import { IterableAbortError } from '../errors/iterable-abort-error.js';
import { IterableApiError } from '../errors/iterable-api-error.js';
import { IterableError } from '../errors/iterable-error.js';
import { IterableNetworkError } from '../errors/iterable-network-error.js';
import { IterableRateLimitError } from '../errors/iterable-rate-limit-error.js';
import { IterableResponseError } from '../errors/iterable-response-error.js';
import { IterableTimeoutError } from '../errors/iterable-timeout-error.js';
import type { BatchFailureCode } from './batch-outcome.js';

/**
 * What a failed request means for its records.
 *
 * - `bisect`: Iterable refused it because of some record and wrote nothing: find that record.
 * - `halve`: it was too large.
 * - `halve-once`: it took too long, which half as many records may not.
 * - `fail`: its records fail. Splitting would only multiply the load on a service in trouble.
 * - `stop`: no other request can do better.
 * - `abort`: the run was aborted.
 */
export type FailureAction = 'bisect' | 'halve' | 'halve-once' | 'fail' | 'stop' | 'abort';

/** A failed request, judged. */
export interface RequestFailure {
  readonly action: FailureAction;
  readonly code: BatchFailureCode;
  readonly iterableCode: string | undefined;
  readonly reason: string;
  readonly retryable: boolean;
  /** Iterable's `params`: they may name the record. */
  readonly params: Readonly<Record<string, unknown>> | undefined;
}

type Rule = readonly [FailureAction, BatchFailureCode];

/** Iterable's codes, whatever the status. */
const BY_CODE: Readonly<Record<string, Rule>> = {
  BadApiKey: ['stop', 'AUTHENTICATION'],
  BadAuthorizationHeader: ['stop', 'AUTHENTICATION'],
  InvalidJwtPayload: ['stop', 'AUTHENTICATION'],
  JwtUserIdentifiersMismatched: ['stop', 'AUTHENTICATION'],
  Unauthorized: ['stop', 'AUTHENTICATION'],
  Forbidden: ['stop', 'AUTHENTICATION'],
  ForbiddenParamsError: ['stop', 'AUTHENTICATION'],
  UniqueFieldsLimitExceeded: ['stop', 'FIELDS_LIMIT'],
  'error.lists.invalidListId': ['stop', 'REQUEST_REFUSED'],
  BatchTooLarge: ['halve', 'TOO_LARGE'],
};

/** For the rest; a status of 5xx that is not here fails its records. */
const BY_STATUS: Readonly<Record<number, Rule>> = {
  401: ['stop', 'AUTHENTICATION'],
  403: ['stop', 'AUTHENTICATION'],
  404: ['stop', 'REQUEST_REFUSED'],
  405: ['stop', 'REQUEST_REFUSED'],
  408: ['halve-once', 'SERVER_ERROR'],
  413: ['halve', 'TOO_LARGE'],
  429: ['fail', 'RATE_LIMIT'],
  504: ['halve-once', 'SERVER_ERROR'],
};

/** What a refusal means for the one record that was refused. */
const REFUSALS: Readonly<Record<string, BatchFailureCode>> = {
  BadJsonBody: 'INVALID_DATA',
  RequestFieldsTypesMismatched: 'INVALID_DATA',
  InvalidEmailAddressError: 'INVALID_IDENTIFIER',
  InvalidUserIdError: 'INVALID_IDENTIFIER',
  UnknownEmailError: 'NOT_FOUND',
  UnknownUserIdError: 'NOT_FOUND',
  ForgottenUserError: 'FORGOTTEN',
  EmailAlreadyExists: 'CONFLICT',
  UserIdAlreadyExists: 'CONFLICT',
  ExternalKeyConflict: 'CONFLICT',
};

/** Judges the error of a request. */
export function requestFailure(error: unknown): RequestFailure {
  const [action, code] = ruleFor(error);
  const api = error instanceof IterableApiError ? error : undefined;
  return {
    action,
    code,
    iterableCode: api?.iterableCode,
    reason:
      error instanceof IterableError
        ? error.message
        : `The authenticator failed (${error instanceof Error ? error.name : typeof error}).`,
    // What stops a run is not the record's fault.
    retryable: action === 'stop' || (error instanceof IterableError && error.retryable),
    params: api?.params,
  };
}

function ruleFor(error: unknown): Rule {
  if (error instanceof IterableApiError) return ruleForReply(error);
  if (error instanceof IterableAbortError) return ['abort', 'ABORTED'];
  if (error instanceof IterableTimeoutError) return ['halve-once', 'NO_REPLY'];
  if (error instanceof IterableNetworkError) return ['fail', 'NO_REPLY'];
  if (error instanceof IterableRateLimitError) return ['fail', 'RATE_LIMIT'];
  if (error instanceof IterableResponseError) {
    return error.code === 'REDIRECT_REFUSED'
      ? ['stop', 'REQUEST_REFUSED']
      : ['fail', 'UNREADABLE_REPLY'];
  }
  // All that is left comes of the authenticator: what it threw, or headers that cannot be sent.
  return ['stop', 'AUTHENTICATION'];
}

function ruleForReply({ status, iterableCode = '', msg = '' }: IterableApiError): Rule {
  const byCode = Object.hasOwn(BY_CODE, iterableCode) ? BY_CODE[iterableCode] : undefined;
  if (byCode !== undefined) return byCode;
  // A list that does not exist is told by message only, with a code that means a bad record too.
  if (msg.includes('invalidListId')) return ['stop', 'REQUEST_REFUSED'];
  const byStatus = BY_STATUS[status];
  if (byStatus !== undefined) return byStatus;
  if (status >= 500) return ['fail', 'SERVER_ERROR'];
  const refusal = Object.hasOwn(REFUSALS, iterableCode) ? REFUSALS[iterableCode] : undefined;
  // A failure told with a good status leaves open what was written.
  return [status < 300 ? 'fail' : 'bisect', refusal ?? 'REFUSED'];
}
