import { jwtVerify } from 'jose';
import {
  checkFunction,
  checkInteger,
  checkOptionNames,
  readClock,
  typeName,
} from './check-options.js';
import { textProblem } from './credential-problems.js';
import { hmacKey } from './hmac-key.js';
import type { JwtClaims } from './jwt-claims.js';
import { MAX_LIFETIME_SECONDS } from './jwt-limits.js';
import { readClaims } from './read-claims.js';
import type { Secret } from './secret.js';
import { toSecret } from './to-secret.js';
import { toVerificationError } from './to-verification-error.js';

/** Options of {@link verifyJwt}. */
export interface VerifyJwtOptions {
  /** The HS256 secret. Pass the same {@link Secret} each time and its key is imported only once. */
  readonly secret: string | Secret;
  /** The time in milliseconds since 1970. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** By how much the clocks of issuer and verifier may differ, in seconds. @default 0 */
  readonly clockToleranceSeconds?: number | undefined;
}

/**
 * Verifies a token as Iterable does: made with this secret by HS256 and no other algorithm, begun and
 * not ended, `exp` at most a year after `iat`, and exactly one of `email` and `userId`.
 *
 * Not among what Iterable documents, and checked all the same: an `iat` in the future is refused, as it
 * would stretch the year.
 *
 * @returns the claims this library knows; others in the payload are left out.
 * @throws AuthError with a code that begins with `JWT_`.
 * @throws TypeError for an option that is unknown or cannot be used.
 * @example
 * ```ts
 * import { AuthError, verifyJwt } from '@org/auth';
 *
 * try {
 *   await verifyJwt('no token', { secret: 'a-secret-of-at-least-thirty-two-bytes' });
 * } catch (error) {
 *   if (!(error instanceof AuthError)) throw error;
 *   error.code; // 'JWT_MALFORMED'
 * }
 * ```
 */
export async function verifyJwt(token: string, options: VerifyJwtOptions): Promise<JwtClaims> {
  checkOptionNames('verifyJwt', options, ['secret', 'now', 'clockToleranceSeconds']);
  const { now = Date.now, clockToleranceSeconds = 0 } = options;
  const secret = toSecret('verifyJwt: secret', options.secret, textProblem);
  checkFunction('verifyJwt: now', now);
  checkInteger('verifyJwt: clockToleranceSeconds', clockToleranceSeconds, {
    least: 0,
    most: MAX_LIFETIME_SECONDS,
    unit: 'seconds',
  });
  if (typeof token !== 'string') {
    throw new TypeError(`verifyJwt: token must be a string; received ${typeName(token)}.`);
  }
  const nowMs = readClock('verifyJwt', now);
  const key = await hmacKey(secret);
  const { payload } = await jwtVerify(token, key, {
    algorithms: ['HS256'],
    requiredClaims: ['iat', 'exp'],
    clockTolerance: clockToleranceSeconds,
    currentDate: new Date(nowMs),
  }).catch((error: unknown) => {
    throw toVerificationError(error);
  });
  return readClaims(payload, Math.floor(nowMs / 1000) + clockToleranceSeconds);
}
