import type { Subject } from './subject.js';

/** How requests are authenticated. */
export type AuthMethod = 'api-key' | 'jwt';

/** Header names and values to add to a request. The record is frozen and may be shared. */
export type RequestHeaders = Readonly<Record<string, string>>;

/** Turns credentials into the headers of a request. */
export interface Authenticator {
  readonly method: AuthMethod;

  /**
   * The headers of one attempt. Ask again for each attempt, so that a token that ran out between two
   * of them is replaced.
   *
   * @param subject - The user whom the request is about.
   */
  headers(subject?: Subject): RequestHeaders | Promise<RequestHeaders>;

  /**
   * Forgets what was signed, so that the next {@link Authenticator.headers} signs anew. For a reply
   * that says the token is bad.
   *
   * @param subject - The user whose token is forgotten. @default all users
   */
  renew?(subject?: Subject): void;
}
