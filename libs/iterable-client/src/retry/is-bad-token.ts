import type { Failure } from './failure.js';

/**
 * What Iterable says of a token that ran out, was invalidated or cannot be read; the texts are those
 * that Iterable's mobile SDKs look for.
 */
const BAD_TOKEN =
  /jwt (?:token )?(?:format )?(?:is expired|is invalid|has been invalidated)|invalid payload/i;

/**
 * Whether a failure is about the JWT itself, so that a new one may help. A token for another user
 * (`JwtUserIdentifiersMismatched`) or a bad API key is not: signing again changes nothing.
 */
export function isBadToken(failure: Failure): boolean {
  if (failure.kind !== 'api' || failure.status !== 401) return false;
  return failure.iterableCode === 'InvalidJwtPayload' || BAD_TOKEN.test(failure.msg ?? '');
}
