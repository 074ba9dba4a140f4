/** The ways to write a date that have a name, all in UTC. The date must be valid. */
export const formatDate: Readonly<Record<'datetime' | 'iso', (date: Date) => string>> = {
  /** `YYYY-MM-DD HH:MM:SS`; years beyond four digits as ISO 8601 has them. */
  datetime: (date) =>
    // Subclasses of `Date` may tell more than milliseconds, such as PostgreSQL's microseconds.
    Date.prototype.toISOString.call(date).slice(0, -'.sssZ'.length).replace('T', ' '),
  iso: (date) => date.toISOString(),
};
