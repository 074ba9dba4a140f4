import { describe } from './check-keys.js';

/** An option that is a function, or its default where it is not given. */
export function checkFunction<Value>(
  name: string,
  value: Value | undefined,
  fallback: Value,
): Value {
  if (value === undefined) return fallback;
  if (typeof value === 'function') return value;
  throw new TypeError(`${name} must be a function; received ${describe(value)}.`);
}
