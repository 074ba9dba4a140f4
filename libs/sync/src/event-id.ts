import { hash } from 'node:crypto';
import { canonical } from './canonical.js';
import type { EventPayload } from './define-sync.js';

/**
 * The id of a row's event: the same row gives the same id in every run, so that sending it again
 * updates the event instead of adding one. Hexadecimal, because Iterable allows letters, digits
 * and hyphens only, and 512 bytes at most (support article 206430615).
 */
export function eventId(syncName: string, key: string, event: EventPayload): string {
  const email = event.email?.toLowerCase();
  // Another case of its email is the same user, and must not make another event.
  const same = email === event.email ? event : { ...event, email };
  return hash('sha256', canonical([syncName, key, same]));
}
