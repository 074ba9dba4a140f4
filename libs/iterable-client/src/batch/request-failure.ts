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
  BadApiKey: ['stop', 'authentication'],
  BadAuthorizationHeader: ['stop', 'authentication'],
  InvalidJwtPayload: ['stop', 'authentication'],
  JwtUserIdentifiersMismatched: ['stop', 'authentication'],
  Unauthorized: ['stop', 'authentication'],
  Forbidden: ['stop', 'authentication'],
  ForbiddenParamsError: ['stop', 'authentication'],
  UniqueFieldsLimitExceeded: ['stop', 'fields-limit'],
  'error.lists.invalidListId': ['stop', 'request-refused'],
  BatchTooLarge: ['halve', 'too-large'],
};

/** For the rest; a status of 5xx that is not here fails its records. */
const BY_STATUS: Readonly<Record<number, Rule>> = {
  401: ['stop', 'authentication'],
  403: ['stop', 'authentication'],
  404: ['stop', 'request-refused'],
  405: ['stop', 'request-refused'],
  408: ['halve-once', 'server-error'],
  413: ['halve', 'too-large'],
  429: ['fail', 'rate-limit'],
  504: ['halve-once', 'server-error'],
};

/** What a refusal means for the one record that was refused. */
const REFUSALS: Readonly<Record<string, BatchFailureCode>> = {
  BadJsonBody: 'invalid-data',
  RequestFieldsTypesMismatched: 'invalid-data',
  InvalidEmailAddressError: 'invalid-identifier',
  InvalidUserIdError: 'invalid-identifier',
  UnknownEmailError: 'not-found',
  UnknownUserIdError: 'not-found',
  ForgottenUserError: 'forgotten',
  EmailAlreadyExists: 'conflict',
  UserIdAlreadyExists: 'conflict',
  ExternalKeyConflict: 'conflict',
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
  if (error instanceof IterableAbortError) return ['abort', 'aborted'];
  if (error instanceof IterableTimeoutError) return ['halve-once', 'no-reply'];
  if (error instanceof IterableNetworkError) return ['fail', 'no-reply'];
  if (error instanceof IterableRateLimitError) return ['fail', 'rate-limit'];
  if (error instanceof IterableResponseError) {
    return error.code === 'redirect-refused'
      ? ['stop', 'request-refused']
      : ['fail', 'unreadable-reply'];
  }
  // All that is left comes of the authenticator: what it threw, or headers that cannot be sent.
  return ['stop', 'authentication'];
}

function ruleForReply({ status, iterableCode = '', msg = '' }: IterableApiError): Rule {
  const byCode = Object.hasOwn(BY_CODE, iterableCode) ? BY_CODE[iterableCode] : undefined;
  if (byCode !== undefined) return byCode;
  // A list that does not exist is told by message only, with a code that means a bad record too.
  if (msg.includes('invalidListId')) return ['stop', 'request-refused'];
  const byStatus = BY_STATUS[status];
  if (byStatus !== undefined) return byStatus;
  if (status >= 500) return ['fail', 'server-error'];
  const refusal = Object.hasOwn(REFUSALS, iterableCode) ? REFUSALS[iterableCode] : undefined;
  // A failure told with a good status leaves open what was written.
  return [status < 300 ? 'fail' : 'bisect', refusal ?? 'refused'];
}
