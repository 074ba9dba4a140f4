import type { ApiKey } from '../auth/api-key.js';
import { dataCenters } from '../state/data-center.js';
import { checkKeys, kindOf } from './check-keys.js';

/**
 * Checks the keys and copies them.
 *
 * @throws TypeError naming the key by its place, never by its value.
 */
export function resolveKeys(keys: readonly ApiKey[]): readonly ApiKey[] {
  if (!Array.isArray(keys) || keys.length === 0) {
    throw new TypeError(
      `createSandbox: apiKeys must be an array with at least one { key }; received ${kindOf(keys)}.`,
    );
  }
  const entries = keys as readonly ApiKey[];
  for (const [i, entry] of entries.entries()) {
    const what = `createSandbox: apiKeys[${i}]`;
    checkKeys(what, entry, ['key', 'jwtSecret', 'readOnly', 'dataCenter']);
    if (!isText(entry.key) || !/^[\x21-\x7e]+$/.test(entry.key)) {
      throw new TypeError(`${what}.key must be visible ASCII characters; ${received(entry.key)}.`);
    }
    if (entry.jwtSecret !== undefined && !isText(entry.jwtSecret)) {
      throw new TypeError(`${what}.jwtSecret must be a string; ${received(entry.jwtSecret)}.`);
    }
    if (entry.readOnly !== undefined && typeof entry.readOnly !== 'boolean') {
      throw new TypeError(`${what}.readOnly must be a boolean; ${received(entry.readOnly)}.`);
    }
    if (entry.dataCenter !== undefined && !dataCenters.includes(entry.dataCenter)) {
      throw new TypeError(
        `${what}.dataCenter must be one of '${dataCenters.join("', '")}'; ${received(entry.dataCenter)}.`,
      );
    }
    if (entry.readOnly === true && entry.jwtSecret !== undefined) {
      throw new TypeError(`${what} cannot be both: a read-only key is never JWT-enabled.`);
    }
  }
  if (new Set(entries.map(({ key }) => key)).size < entries.length) {
    throw new TypeError('createSandbox: apiKeys has the same key twice.');
  }
  return Object.freeze(entries.map((entry) => Object.freeze({ ...entry })));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Tells of a secret only what kind of value it is. */
function received(value: unknown): string {
  return `received ${typeof value === 'string' ? 'another string' : kindOf(value)}`;
}
