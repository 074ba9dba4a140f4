import { nearestName } from './nearest-name.js';

/** @throws TypeError where `value` is no object, or has a key that is not known. */
export function checkKeys(what: string, value: unknown, known: readonly string[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`${what} must be an object; received ${kindOf(value)}.`);
  }
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const nearest = nearestName(key, known);
    const hint = nearest ? `did you mean '${nearest}'?` : `known: ${known.join(', ')}.`;
    throw new TypeError(`${what} has no '${key}'; ${hint}`);
  }
}

/** What kind of value this is, without the value. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
