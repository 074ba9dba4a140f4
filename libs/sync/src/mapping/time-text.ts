const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The moment of a `timestamp` as PostgreSQL writes it, taken as UTC; `undefined` for `infinity`, years
 * before Christ and years of more than four digits, which Iterable has no form for.
 */
export function momentOf(text: string): Date | undefined {
  const [matched, day, time, fraction = ''] = TIMESTAMP.exec(text) ?? [];
  if (matched === undefined) return undefined;
  const date = new Date(`${day ?? ''}T${time ?? ''}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Whether Iterable takes the text of a `date` column for a date. */
export function isDay(text: string): boolean {
  return DAY.test(text);
}
