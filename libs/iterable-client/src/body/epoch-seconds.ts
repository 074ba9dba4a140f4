import { isDate } from 'node:util/types';

/** Seconds reach this in the year 5138; milliseconds passed it in March 1973. */
const LOOKS_LIKE_MILLISECONDS = 100_000_000_000;

/** The seconds since 1970, or what is wrong with the value. */
export type EpochSeconds = { readonly seconds: number } | { readonly problem: string };

/**
 * Reads `createdAt`. Iterable's document says "Unix timestamp" and no unit; seconds is its plain
 * meaning and what other integrations send.
 */
export function epochSeconds(value: unknown): EpochSeconds {
  if (isDate(value)) {
    const time = value.getTime();
    if (Number.isNaN(time)) return { problem: 'is an invalid Date' };
    return { seconds: Math.floor(time / 1000) };
  }
  if (typeof value !== 'number') {
    return { problem: 'must be a Date or whole seconds since 1970' };
  }
  if (!Number.isSafeInteger(value)) return { problem: 'must be whole seconds since 1970' };
  if (Math.abs(value) >= LOOKS_LIKE_MILLISECONDS) {
    return { problem: 'looks like milliseconds: pass a Date, or whole seconds since 1970' };
  }
  return { seconds: value };
}
