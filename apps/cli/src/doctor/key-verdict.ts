import { IterableApiError, type IterableError } from '@org/iterable-client';

/**
 * What a refusal says of an API key:
 *
 * - `unknown`: Iterable does not know it
 * - `kind`: it is known, and of a kind that may not do this
 * - `busy`: the limit is used up, so that nothing is said of it
 * - `other`: something else is wrong
 */
export type KeyVerdict = 'unknown' | 'kind' | 'busy' | 'other';

/** Reads it from Iterable's reply: code and message differ by the kind of key. */
export function keyVerdict(error: IterableError): KeyVerdict {
  if (!(error instanceof IterableApiError)) return 'other';
  const { status, iterableCode, msg = '', params } = error;
  if (status === 429) return 'busy';
  if (status === 403) return 'kind';
  if (status !== 401) return 'other';
  const known = params?.['apiKeyType'] !== undefined || /privileges/i.test(msg);
  return known || iterableCode === 'BadAuthorizationHeader' ? 'kind' : 'unknown';
}
