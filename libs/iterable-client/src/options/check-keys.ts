import { nearestName } from './nearest-name.js';

/** Refuses options that are not an object or have a name nobody knows, and says the nearest. */
export function checkKeys(what: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${what} must be an object; received ${describe(options)}.`);
  }
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw new TypeError(`${what}: unknown option "${unknown}". ${advice(unknown, known)}`);
}

function advice(unknown: string, known: readonly string[]): string {
  const nearest = nearestName(unknown, known);
  return nearest ? `Did you mean "${nearest}"?` : `Known: ${known.join(', ')}.`;
}

/** A value's kind, for messages: never the value itself, which may be a secret. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'undefined' ? 'undefined' : `a value of type ${typeof value}`;
}
