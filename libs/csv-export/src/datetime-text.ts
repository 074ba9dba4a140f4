const DAY_MS = 86_400_000;
const TWO_DIGITS: readonly string[] = Array.from({ length: 60 }, (_, n) =>
  String(n).padStart(2, '0'),
);

// The dates of a column are often of the same day, or of one after another.
let lastDay = Number.NaN;
let lastDayText = '';

/**
 * `YYYY-MM-DD HH:MM:SS` in UTC, fractions cut off; years beyond four digits as ISO 8601 has them. The
 * date must be valid.
 */
export function datetimeText(date: Date): string {
  const time = date.getTime();
  const day = Math.floor(time / DAY_MS);
  if (day !== lastDay) {
    const iso = new Date(time).toISOString();
    lastDayText = iso.slice(0, iso.indexOf('T') + 1).replace('T', ' ');
    lastDay = day;
  }
  const second = Math.floor((time - day * DAY_MS) / 1000);
  const minute = Math.floor(second / 60);
  return `${lastDayText}${TWO_DIGITS[Math.floor(minute / 60)]}:${TWO_DIGITS[minute % 60]}:${TWO_DIGITS[second % 60]}`;
}
