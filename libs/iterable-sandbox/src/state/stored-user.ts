import type { JsonObject } from '../json.js';
import type { PastProfile } from './visibility.js';
import type { UserExtras } from './user-extras.js';
import type { StoredEvent } from './stored-event.js';

/** A profile as the sandbox keeps it. */
export interface StoredUser {
  email: string | undefined;
  userId: string | undefined;
  dataFields: JsonObject;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  updatedAt: number;
  /** In the order of arrival; absent until there is one, to keep a million users small. */
  events: StoredEvent[] | undefined;
  /** Devices, browsers, subscriptions; absent until there are any. */
  extras: UserExtras | undefined;
  /** What the API still shows, where writes take time. */
  past: PastProfile[] | undefined;
}
