import { createHash } from 'node:crypto';
import type { EventPayload } from './define-sync.js';

/**
 * The id of a row's event: the same row gives the same id in every run, so that sending it again
 * updates the event instead of adding one. Hexadecimal, because Iterable allows letters, digits
 * and hyphens only, and 512 bytes at most (support article 206430615).
 */
export function eventId(syncName: string, key: string, event: EventPayload): string {
  const content = canonical([syncName, key, event]);
  return createHash('sha256').update(content).digest('hex');
}

/** JSON with sorted keys; dates and bigints keep their type, so that none equals its own text. */
function canonical(value: unknown): string {
  if (value instanceof Date) return `date(${value.toISOString()})`;
  if (typeof value === 'bigint') return `bigint(${String(value)})`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'undefined';
}
