import type { CryptoKey } from 'jose';
import type { Secret } from './secret.js';

const keys = new WeakMap<Secret, Promise<CryptoKey>>();

/**
 * The secret's UTF-8 bytes as an HS256 key that cannot be exported, imported once for each `Secret`:
 * importing costs more than signing.
 */
export function hmacKey(secret: Secret): Promise<CryptoKey> {
  let key = keys.get(secret);
  if (key === undefined) {
    key = crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(secret.reveal()),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    );
    keys.set(secret, key);
  }
  return key;
}
