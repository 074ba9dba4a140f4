import { errors } from 'jose';
import { AuthError, type AuthErrorCode } from './auth-error.js';

/** What jose's codes mean here, and what to say. */
const MEANINGS: Readonly<Record<string, readonly [AuthErrorCode, string]>> = {
  [errors.JWSInvalid.code]: [
    'JWT_MALFORMED',
    'The token is not a JWT: three base64url parts joined by dots were expected.',
  ],
  [errors.JWTInvalid.code]: ['JWT_MALFORMED', 'The payload of the token is not a JSON object.'],
  [errors.JOSENotSupported.code]: [
    'JWT_MALFORMED',
    'The header of the token asks for an extension that is not supported.',
  ],
  [errors.JOSEAlgNotAllowed.code]: [
    'JWT_ALGORITHM',
    'The token names an algorithm other than HS256.',
  ],
  [errors.JWSSignatureVerificationFailed.code]: [
    'JWT_SIGNATURE',
    'The signature of the token does not match; it was made with another secret, or changed since.',
  ],
  [errors.JWTExpired.code]: ['JWT_EXPIRED', 'The token has expired.'],
};

/**
 * The error without its cause: jose's hold the whole payload, and with it somebody's email address.
 * What is not about the token passes through.
 */
export function toVerificationError(error: unknown): unknown {
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'nbf' && error.reason === 'check_failed'
      ? new AuthError('JWT_NOT_YET_VALID', 'The token is not valid yet (nbf).')
      : new AuthError('JWT_CLAIMS', `The claim ${error.claim} is missing or has a wrong type.`);
  }
  if (!(error instanceof errors.JOSEError)) return error;
  const meaning = MEANINGS[error.code];
  return meaning ? new AuthError(...meaning) : error;
}
