import type { OpenBody } from '../call/open-body.js';
import { errorOf } from '../errors/error-of.js';
import type { IterableError } from '../errors/iterable-error.js';
import { apiFailure } from '../reply/api-failure.js';
import { requestIdOf } from '../reply/request-id.js';
import type { Failure } from '../retry/failure.js';
import type { StreamFacts } from './broken-stream-error.js';
import type { BadStream } from './decoder.js';

/** The error of a reply that turned out not to be what was asked for. */
export function badStreamError(
  { operation, begun, body }: StreamFacts,
  bad: BadStream,
): IterableError {
  return errorOf(failureOf(body, bad), {
    operation,
    attempts: begun.attempts,
    effect: begun.effect,
    reason: 'permanent',
    remainingMs: 0,
  });
}

function failureOf({ response, masks }: OpenBody, bad: BadStream): Failure {
  const { status, headers } = response;
  if ('reported' in bad) {
    return apiFailure({ code: 'API_ERROR', status, headers, text: bad.reported }, masks, 0);
  }
  const requestId = requestIdOf(headers);
  return { kind: 'response', code: 'RESPONSE_SHAPE', status, problem: bad.problem, requestId };
}
