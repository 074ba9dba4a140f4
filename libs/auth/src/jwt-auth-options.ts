import type { Secret } from './secret.js';
import type { Subject } from './subject.js';

/** A token that was just signed, without the token. */
export interface SignedEvent {
  readonly subject: Subject;
  /** `iat`, in seconds since 1970. */
  readonly issuedAt: number;
  /** `exp`, in seconds since 1970. */
  readonly expiresAt: number;
}

/** Options of {@link jwtAuth}. */
export interface JwtAuthOptions {
  /** The HS256 secret of a JWT-enabled API key. Its UTF-8 bytes are the key, as Iterable reads it. */
  readonly secret: string | Secret;
  /** The JWT-enabled API key itself, sent along as `Api-Key`: Iterable needs both. @default none */
  readonly apiKey?: string | Secret | undefined;
  /** The `iss` claim. @default 'iterable-integration' */
  readonly issuer?: string | undefined;
  /** From `iat` to `exp`, in seconds; at most a year of 365 days. @default 3600 */
  readonly lifetimeSeconds?: number | undefined;
  /**
   * By how much `iat` is set back, in seconds, for machines whose clock may run ahead of Iterable's.
   * `exp` moves with it: the token ends that much earlier. Must be less than `lifetimeSeconds`.
   *
   * @default 0
   */
  readonly clockSkewSeconds?: number | undefined;
  /**
   * For how many subjects a token is kept; the one unused for longest goes first. 10,000 tokens take
   * about 10 MB.
   *
   * @default 10000
   */
  readonly cacheSize?: number | undefined;
  /** The time in milliseconds since 1970. @default Date.now */
  readonly now?: (() => number) | undefined;
  /**
   * Called after a token was signed, not where a cached one is used. What it throws reaches the caller
   * of `headers`.
   *
   * @default nothing is called
   */
  readonly onSigned?: ((event: SignedEvent) => void) | undefined;
}
