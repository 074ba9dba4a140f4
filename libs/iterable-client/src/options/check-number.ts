import { describe } from './check-keys.js';

/** The longest time a timer of Node can be set to, in milliseconds. */
export const LONGEST_TIMER_MS = 2_147_483_647;

/** An option that is a whole number within bounds, or its default where it is not given. */
export function checkNumber(
  name: string,
  value: unknown,
  fallback: number,
  most: number = LONGEST_TIMER_MS,
): number {
  if (value === undefined) return fallback;
  if (Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= most) {
    return value as number;
  }
  const received = typeof value === 'number' ? String(value) : describe(value);
  throw new TypeError(`${name} must be a whole number from 1 to ${most}; received ${received}.`);
}
