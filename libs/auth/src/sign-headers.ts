import type { RequestHeaders } from './authenticator.js';
import { readClock } from './check-options.js';
import { hmacKey } from './hmac-key.js';
import { RENEW_BEFORE_SECONDS } from './jwt-limits.js';
import type { Identifier } from './read-subject.js';
import type { ResolvedJwtOptions } from './resolve-jwt-options.js';
import type * as SignToken from './sign-token.js';

/** The headers of one subject, and when to replace them. */
export interface SignedHeaders {
  readonly headers: RequestHeaders;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** From this time on the token is replaced; milliseconds since 1970. */
  readonly renewAtMs: number;
}

/** Signs a token for one subject. */
export async function signHeaders(
  { kind, value }: Identifier,
  { secret, apiKey, issuer, lifetimeSeconds, clockSkewSeconds, now }: ResolvedJwtOptions,
): Promise<SignedHeaders> {
  const issuedAt = Math.floor(readClock('jwtAuth', now) / 1000) - clockSkewSeconds;
  const expiresAt = issuedAt + lifetimeSeconds;
  const { signToken } = await loadSigner();
  const claims = { subject: { [kind]: value }, issuer, issuedAt, expiresAt };
  const token = await signToken(claims, await hmacKey(secret));
  return {
    headers: Object.freeze({
      Authorization: `Bearer ${token}`,
      ...(apiKey && { 'Api-Key': apiKey.reveal() }),
    }),
    issuedAt,
    expiresAt,
    renewAtMs: (expiresAt - renewBefore(lifetimeSeconds - clockSkewSeconds)) * 1000,
  };
}

/** A token of less than two minutes would be replaced at once; it is used for half of its time. */
function renewBefore(usableSeconds: number): number {
  return Math.min(RENEW_BEFORE_SECONDS, Math.floor(usableSeconds / 2));
}

let signer: Promise<typeof SignToken> | undefined;

/** What signs is loaded for the first token: who only checks settings needs no cryptography. */
function loadSigner(): Promise<typeof SignToken> {
  signer ??= import('./sign-token.js');
  return signer;
}
