import type { Subject } from './subject.js';

/** What turns credentials into request headers. `@org/auth` makes them; any such object serves. */
export interface Authenticator {
  readonly method: 'api-key' | 'jwt';
  /**
   * The headers of one attempt, asked for each anew. The subject is the user that the request is
   * about, where it is about one. What it throws reaches the caller unchanged.
   */
  headers(
    subject?: Subject,
  ): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** Forget the token of this subject: Iterable says it is bad. */
  renew?(subject?: Subject): void;
}
