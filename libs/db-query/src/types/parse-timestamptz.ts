import { Timestamp } from './timestamp.js';

/** `2026-01-13 14:30:45.123456+00`, with a year of four or more digits and ` BC` before our era. */
const TIMESTAMPTZ =
  /^(\d{4,})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?( BC)?$/;

const DASH = '-'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** The largest distance from 1970 that a `Date` can hold, in milliseconds. */
const LIMIT_MS = 8.64e15;

/**
 * Reads a `timestamptz` as PostgreSQL writes it with DateStyle ISO.
 *
 * What no `Date` can hold stays PostgreSQL's text: `infinity`, `-infinity`, years past 275760.
 */
export function parseTimestamptz(text: string): Timestamp | string {
  const isUsual = text.charCodeAt(4) === DASH && text.endsWith('+00') && text >= '0100';
  return isUsual ? parseUsual(text) : parseAny(text);
}

/** A year of four digits in UTC, which is nearly all that there is, without a search for a pattern. */
function parseUsual(text: string): Timestamp {
  const milliseconds = Date.UTC(
    100 * digits(text, 0) + digits(text, 2),
    digits(text, 5) - 1,
    digits(text, 8),
    digits(text, 11),
    digits(text, 14),
    digits(text, 17),
  );
  const microseconds = Number(text.slice(20, -3).padEnd(6, '0'));
  return new Timestamp(milliseconds + Math.floor(microseconds / 1000), microseconds % 1000);
}

/** The two digits from there on. */
function digits(text: string, index: number): number {
  return 10 * (text.charCodeAt(index) - ZERO) + text.charCodeAt(index + 1) - ZERO;
}

function parseAny(text: string): Timestamp | string {
  const match = TIMESTAMPTZ.exec(text);
  if (match === null) return text;
  const number = (group: number): number => Number(match[group] ?? 0);
  const fraction = (match[7] ?? '').padEnd(6, '0');
  const offsetSeconds = number(9) * 3600 + number(10) * 60 + number(11);
  // Date.UTC takes years below 100 for those of the 20th century.
  const day = new Date(0).setUTCFullYear(
    match[12] === undefined ? number(1) : 1 - number(1),
    number(2) - 1,
    number(3),
  );
  const time = number(4) * 3600 + number(5) * 60 + number(6);
  const offset = match[8] === '-' ? -offsetSeconds : offsetSeconds;
  const milliseconds = day + (time - offset) * 1000 + Number(fraction.slice(0, 3));
  if (!(Math.abs(milliseconds) <= LIMIT_MS)) return text;
  return new Timestamp(milliseconds, Number(fraction.slice(3)));
}
