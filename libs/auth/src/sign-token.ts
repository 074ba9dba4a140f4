import { SignJWT, type CryptoKey } from 'jose';

/** What a token says, in seconds since 1970 where it is a time. */
export interface TokenClaims {
  readonly subject: Readonly<Record<string, string>>;
  readonly issuer: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Signs a token: header `{ alg, typ }`, payload `{ iss, iat, exp }` and the subject. */
export function signToken(
  { subject, issuer, issuedAt, expiresAt }: TokenClaims,
  key: CryptoKey,
): Promise<string> {
  return new SignJWT({ ...subject })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(key);
}
