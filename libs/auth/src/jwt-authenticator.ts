import type { AuthWarning } from './auth-warning.js';
import type { Authenticator, RequestHeaders } from './authenticator.js';
import type { Subject } from './subject.js';

/** Authenticates with a token for each user. */
export interface JwtAuthenticator extends Authenticator {
  readonly method: 'jwt';

  /** What should be known about the secret and the key; nothing is printed. */
  readonly warnings: readonly AuthWarning[];

  /** For how many users a token is kept at this moment. */
  readonly cachedTokens: number;

  /**
   * The headers for a request about this user: the cached ones at once, otherwise a promise. Those who
   * ask for the same user while its token is being signed share it.
   *
   * @throws AuthError `SUBJECT_REQUIRED` without a subject; `SUBJECT_INVALID` for one with both
   * identifiers, neither, or one that is blank or no string.
   */
  headers(subject: Subject): RequestHeaders | Promise<RequestHeaders>;

  /**
   * Forgets a token, so that the next {@link JwtAuthenticator.headers} signs anew.
   *
   * @param subject - The user whose token is forgotten. @default all users
   */
  renew(subject?: Subject): void;
}
