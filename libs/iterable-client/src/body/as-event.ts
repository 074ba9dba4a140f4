import { epochSeconds } from './epoch-seconds.js';
import type { BodyRecord } from './map-records.js';
import type { ValuePath } from './path-text.js';
import type { Refuse } from './refuse.js';

const EVENT_ID = /^[A-Za-z0-9-]{1,512}$/;
const MOST_BYTES = 512;

/** Makes ids, and says which ones may be. */
export interface EventIds {
  /** Whether the ids may have any characters, as those of purchases may. */
  readonly any: boolean;
  make(this: void): string;
}

/**
 * An event as it is sent: `createdAt` in seconds, and always with an id, so that a repeat updates
 * the event instead of adding another.
 */
export function asEvent(refuse: Refuse, ids: EventIds) {
  return (event: BodyRecord, path: ValuePath): BodyRecord => {
    const { id = ids.make(), createdAt } = event;
    const problem = idProblem(id, ids.any);
    if (problem !== undefined) refuse([...path, 'id'], problem);
    if (createdAt === undefined) return { ...event, id };
    const time = epochSeconds(createdAt);
    if ('problem' in time) return refuse([...path, 'createdAt'], time.problem);
    return { ...event, id, createdAt: time.seconds };
  };
}

function idProblem(id: unknown, any: boolean): string | undefined {
  if (!any) {
    const good = typeof id === 'string' && EVENT_ID.test(id);
    return good ? undefined : 'must be 1 to 512 letters, digits and hyphens';
  }
  const good = typeof id === 'string' && id !== '' && Buffer.byteLength(id) <= MOST_BYTES;
  return good ? undefined : 'must be a text of 1 to 512 bytes';
}
