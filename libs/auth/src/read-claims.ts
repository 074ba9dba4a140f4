import { AuthError } from './auth-error.js';
import type { JwtClaims } from './jwt-claims.js';
import { MAX_LIFETIME_SECONDS } from './jwt-limits.js';
import { readSubject, toSubject } from './read-subject.js';

/**
 * The claims of a payload whose signature and end have been verified.
 *
 * @param latestIssue - The latest `iat` that is accepted, in seconds since 1970.
 * @throws AuthError `JWT_CLAIMS`, `JWT_LIFETIME`, `JWT_NOT_YET_VALID`, `JWT_IDENTITY`.
 */
export function readClaims(
  payload: Readonly<Record<string, unknown>>,
  latestIssue: number,
): JwtClaims {
  const { iss } = payload;
  const iat = seconds(payload, 'iat');
  const exp = seconds(payload, 'exp');
  if (iss !== undefined && typeof iss !== 'string') {
    throw new AuthError('JWT_CLAIMS', 'The claim iss must be a string.');
  }
  if (iat > latestIssue) {
    throw new AuthError('JWT_NOT_YET_VALID', 'The token was issued in the future (iat).');
  }
  if (exp - iat > MAX_LIFETIME_SECONDS) {
    throw new AuthError('JWT_LIFETIME', 'exp must be at most one year after iat.');
  }
  return Object.freeze({ ...identity(payload), iat, exp, ...(iss !== undefined && { iss }) });
}

function seconds(payload: Readonly<Record<string, unknown>>, claim: string): number {
  const value = payload[claim];
  if (Number.isSafeInteger(value)) return value as number;
  throw new AuthError('JWT_CLAIMS', `The claim ${claim} must be a whole number of seconds.`);
}

function identity({ email, userId }: Readonly<Record<string, unknown>>) {
  try {
    return toSubject(readSubject({ email, userId } as never));
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    throw new AuthError('JWT_IDENTITY', error.message, { cause: error });
  }
}
