import type { Authenticator, RequestHeaders } from './authenticator.js';
import { checkOptionNames } from './check-options.js';
import type { Secret } from './secret.js';
import type { Subject } from './subject.js';
import { apiKeyProblem } from './credential-problems.js';
import { toSecret } from './to-secret.js';

/** Options of {@link apiKeyAuth}. */
export interface ApiKeyAuthOptions {
  /** The key of an Iterable project; it belongs to one data center. */
  readonly apiKey: string | Secret;
}

/** Authenticates with an API key. */
export interface ApiKeyAuthenticator extends Authenticator {
  readonly method: 'api-key';
  /** The same frozen record each time, whoever the request is about. */
  headers(subject?: Subject): RequestHeaders;
}

/**
 * Authenticates with an API key, sent as `Api-Key`.
 *
 * @throws TypeError where the key is missing, empty, blank, or has a character that an API key cannot
 * have, such as a line break.
 * @example
 * ```ts
 * import { apiKeyAuth } from '@org/auth';
 *
 * apiKeyAuth({ apiKey: 'my-api-key' }).headers(); // { 'Api-Key': 'my-api-key' }
 * ```
 */
export function apiKeyAuth(options: ApiKeyAuthOptions): ApiKeyAuthenticator {
  checkOptionNames('apiKeyAuth', options, ['apiKey']);
  const apiKey = toSecret('apiKeyAuth: apiKey', options.apiKey, apiKeyProblem);
  const headers: RequestHeaders = Object.freeze({ 'Api-Key': apiKey.reveal() });
  return Object.freeze<ApiKeyAuthenticator>({ method: 'api-key', headers: () => headers });
}
