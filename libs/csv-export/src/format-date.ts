import { datetimeText } from './datetime-text.js';

/** The ways to write a date that have a name, all in UTC. The date must be valid. */
export const formatDate: Readonly<Record<'datetime' | 'iso', (date: Date) => string>> = {
  /** `YYYY-MM-DD HH:MM:SS`; subclasses of `Date` may tell more than that, as PostgreSQL's do. */
  datetime: datetimeText,
  iso: (date) => date.toISOString(),
};
