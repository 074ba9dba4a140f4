import { Recent } from './recent.js';
import type { StoredEvent } from './stored-event.js';
import type { StoredUser } from './stored-user.js';

/** The events of a project; their ids are unique in it. */
export class EventStore {
  readonly #byId = new Map<string, StoredEvent>();

  readonly #recent = new Recent<StoredEvent>();

  get size(): number {
    return this.#byId.size;
  }

  values(): Iterable<StoredEvent> {
    return this.#byId.values();
  }

  /** An event whose id exists takes the place of the older one, wherever that was. */
  put(event: StoredEvent): void {
    const older = this.#byId.get(event.id);
    this.#byId.set(event.id, event);
    this.#recent.touch(event);
    const events = (event.user.events ??= []);
    if (older?.user === event.user) events[events.indexOf(older)] = event;
    else {
      events.push(event);
      if (older) older.user.events = older.user.events?.filter((kept) => kept !== older);
    }
  }

  /** Those that arrived last. */
  newest(count: number): StoredEvent[] {
    return this.#recent.newest(count, (event) => this.#byId.get(event.id) === event);
  }

  removeOf(user: StoredUser): void {
    for (const event of user.events ?? []) this.#byId.delete(event.id);
    user.events = undefined;
  }

  clear(): void {
    this.#byId.clear();
    this.#recent.clear();
  }
}
