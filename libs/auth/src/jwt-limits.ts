import type { IntegerBounds } from './check-options.js';

/** Iterable: "exp must be less than 1 year from iat". A year of 365 days, in seconds. */
export const MAX_LIFETIME_SECONDS = 31_536_000;

/** The lifetimes that a token may be given. */
export const LIFETIME_BOUNDS: IntegerBounds = {
  least: 1,
  most: MAX_LIFETIME_SECONDS,
  unit: 'seconds',
};

/** RFC 7518, section 3.2: an HS256 key is at least as long as the hash, 256 bits. */
export const STRONG_SECRET_BYTES = 32;

/** How long before its end a token is replaced, at most: Iterable's web SDK uses the same. */
export const RENEW_BEFORE_SECONDS = 60;
