/**
 * A `Date` as `yyyy-MM-dd HH:mm:ss +00:00`, the one form that Iterable takes for a date with time
 * wherever it takes dates. `undefined` for an invalid `Date` and for years of more than four digits.
 */
export function dateText(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  // Subclasses of `Date` may tell more than milliseconds, such as PostgreSQL's microseconds.
  const iso = Date.prototype.toISOString.call(date);
  return iso.length === 24 ? `${iso.slice(0, 10)} ${iso.slice(11, 19)} +00:00` : undefined;
}
