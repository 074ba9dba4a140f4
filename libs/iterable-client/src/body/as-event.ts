import { epochSeconds } from './epoch-seconds.js';
import type { BodyRecord } from './map-records.js';
import type { ValuePath } from './path-text.js';
import type { Refuse } from './refuse.js';

const EVENT_ID = /^[A-Za-z0-9-]{1,512}$/;

/**
 * An event as it is sent: `createdAt` in seconds, and always with an id, so that a repeat updates
 * the event instead of adding another.
 */
export function asEvent(refuse: Refuse, makeId: () => string) {
  return (event: BodyRecord, path: ValuePath): BodyRecord => {
    const { id = makeId(), createdAt } = event;
    if (typeof id !== 'string' || !EVENT_ID.test(id)) {
      refuse([...path, 'id'], 'must be 1 to 512 letters, digits and hyphens');
    }
    if (createdAt === undefined) return { ...event, id };
    const time = epochSeconds(createdAt);
    if ('problem' in time) return refuse([...path, 'createdAt'], time.problem);
    return { ...event, id, createdAt: time.seconds };
  };
}
