const DAY_MS = 86_400_000;
/** The first day of the year 1: the year before it is 1 BC. */
const FIRST_DAY = Date.parse('0001-01-01') / DAY_MS;
const TWO_DIGITS: readonly string[] = Array.from({ length: 60 }, (_, n) =>
  String(n).padStart(2, '0'),
);

// The dates of a column are often of the same day, or of one after another.
let lastDay = Number.NaN;
let lastDayText = '';

/**
 * `YYYY-MM-DD HH:MM:SS` in UTC, fractions cut off; a year has more digits where it needs them, and those
 * before our era have ` BC` behind the time, as PostgreSQL writes and reads them. The date must be valid.
 */
export function datetimeText(date: Date): string {
  const time = date.getTime();
  const day = Math.floor(time / DAY_MS);
  if (day !== lastDay) {
    lastDayText = dayText(time);
    lastDay = day;
  }
  const second = Math.floor((time - day * DAY_MS) / 1000);
  const minute = Math.floor(second / 60);
  const clock = `${TWO_DIGITS[Math.floor(minute / 60)]}:${TWO_DIGITS[minute % 60]}:${TWO_DIGITS[second % 60]}`;
  return day < FIRST_DAY ? `${lastDayText} ${clock} BC` : `${lastDayText} ${clock}`;
}

function dayText(time: number): string {
  const [, year, rest] = /^([-+]?\d+)(-\d\d-\d\d)T/.exec(new Date(time).toISOString()) ?? [];
  const number = Number(year);
  return `${String(number > 0 ? number : 1 - number).padStart(4, '0')}${rest}`;
}
