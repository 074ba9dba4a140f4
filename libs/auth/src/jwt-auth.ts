import type { RequestHeaders } from './authenticator.js';
import type { JwtAuthOptions } from './jwt-auth-options.js';
import type { JwtAuthenticator } from './jwt-authenticator.js';
import { jwtWarnings } from './jwt-warnings.js';
import { LruCache } from './lru-cache.js';
import { readSubject, toSubject, type Identifier } from './read-subject.js';
import { resolveJwtOptions } from './resolve-jwt-options.js';
import { signHeaders, type SignedHeaders } from './sign-headers.js';

/**
 * Authenticates with a JWT for each user (`Authorization: Bearer`), and with the API key where one is
 * given.
 *
 * Iterable compares the identifier in the token with the one in the body, exactly as they are written,
 * so there is a token for each user. Tokens are kept in a bounded cache and replaced 60 seconds before
 * they end (halfway, where they live for less than two minutes). JWT-enabled keys reach endpoints about
 * a single user only.
 *
 * @throws TypeError for an option that is unknown or cannot be used.
 * @example
 * ```ts
 * import { jwtAuth } from '@org/auth';
 *
 * const auth = jwtAuth({ secret: 'a-secret-of-at-least-thirty-two-bytes', apiKey: 'my-api-key' });
 * await auth.headers({ email: 'ada@example.com' });
 * // { Authorization: 'Bearer eyJ…', 'Api-Key': 'my-api-key' }
 * ```
 */
export function jwtAuth(options: JwtAuthOptions): JwtAuthenticator {
  const resolved = resolveJwtOptions(options);
  const { now, onSigned } = resolved;
  const kept = new LruCache<SignedHeaders>(resolved.cacheSize);
  const pending = new Map<string, Promise<RequestHeaders>>();

  function sign(identifier: Identifier): Promise<RequestHeaders> {
    const { key } = identifier;
    // After `renew` another signing may stand in this one's place, or none.
    const isWanted = () => pending.get(key) === signing;
    const signing = signHeaders(identifier, resolved)
      .then((signed) => {
        if (isWanted()) kept.set(key, signed);
        const { issuedAt, expiresAt } = signed;
        onSigned?.({ subject: toSubject(identifier), issuedAt, expiresAt });
        return signed.headers;
      })
      .finally(() => {
        if (isWanted()) pending.delete(key);
      });
    pending.set(key, signing);
    return signing;
  }

  return Object.freeze<JwtAuthenticator>({
    method: 'jwt',
    warnings: jwtWarnings(resolved.secret, resolved.apiKey),
    get cachedTokens() {
      return kept.size;
    },
    headers(subject) {
      const identifier = readSubject(subject);
      const signed = kept.get(identifier.key);
      if (signed && now() < signed.renewAtMs) return signed.headers;
      return pending.get(identifier.key) ?? sign(identifier);
    },
    renew(subject) {
      if (subject === undefined) {
        kept.clear();
        pending.clear();
        return;
      }
      const { key } = readSubject(subject);
      kept.delete(key);
      pending.delete(key);
    },
  });
}
