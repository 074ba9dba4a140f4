import type { Subject } from './subject.js';

/** The payload of a token that was verified: exactly one of `email` and `userId`. */
export type JwtClaims = Subject & {
  /** Issuer. Iterable does not check it. */
  readonly iss?: string;
  /** When it was issued, in seconds since 1970. */
  readonly iat: number;
  /** When it ends, in seconds since 1970. */
  readonly exp: number;
};
