import type { Authenticator } from '../types/authenticator.js';
import { describe } from './check-keys.js';

const SENDABLE = /^[\x21-\x7e]+$/;

/** The authenticator to use: the given one, or one that sends the API key. */
export function resolveAuth(apiKey: unknown, auth: unknown): Authenticator {
  if ((apiKey === undefined) === (auth === undefined)) {
    throw new TypeError(
      `Give either apiKey or auth; received ${apiKey === undefined ? 'neither' : 'both'}.`,
    );
  }
  if (auth !== undefined) return checkAuthenticator(auth);
  if (typeof apiKey !== 'string') {
    throw new TypeError(`apiKey must be a text; received ${describe(apiKey)}.`);
  }
  if (!SENDABLE.test(apiKey)) {
    throw new TypeError(
      `apiKey must be printable ASCII without spaces or line ends; received ${apiKey.length} characters.`,
    );
  }
  const headers = Object.freeze({ 'Api-Key': apiKey });
  return Object.freeze({ method: 'api-key', headers: () => headers });
}

function checkAuthenticator(auth: unknown): Authenticator {
  const given = auth as Partial<Authenticator> | null;
  const complete =
    typeof given === 'object' &&
    given !== null &&
    typeof given.headers === 'function' &&
    (given.method === 'api-key' || given.method === 'jwt') &&
    (given.renew === undefined || typeof given.renew === 'function');
  if (complete) return given as Authenticator;
  throw new TypeError(
    'auth must be an authenticator: { method: "api-key" | "jwt", headers(subject) }, and optionally renew(subject).',
  );
}
