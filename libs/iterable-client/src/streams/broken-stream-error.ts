import type { BegunCall } from '../call/begin-call.js';
import { networkFailure } from '../call/network-failure.js';
import type { OpenBody } from '../call/open-body.js';
import type { CallFacts, IterableError } from '../errors/iterable-error.js';
import { IterableNetworkError } from '../errors/iterable-network-error.js';
import { IterableTimeoutError } from '../errors/iterable-timeout-error.js';

/** How a stream stands. */
export interface StreamFacts {
  readonly operation: string;
  readonly begun: BegunCall;
  readonly body: OpenBody;
}

/** The error of a reply that broke off after it had begun. */
export function brokenStreamError(facts: StreamFacts, error: unknown): IterableError {
  const { operation, begun, body } = facts;
  const call: CallFacts = {
    operation,
    attempts: begun.attempts,
    retryable: true,
    effect: begun.effect,
  };
  const where = `${operation} broke off after ${body.bytes} bytes`;
  if (body.silent) {
    const message = `${where}: nothing came for ${body.idleMs} ms. The rest is missing.`;
    return new IterableTimeoutError(message, call, body.idleMs);
  }
  const { cause, systemCode } = networkFailure(error, body.masks.secrets);
  const message = `${where} (${cause.message}). The rest is missing.`;
  return new IterableNetworkError(message, call, cause, systemCode);
}
