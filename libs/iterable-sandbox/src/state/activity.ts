import type { JsonObject } from '../json.js';
import type { StoredUser } from './stored-user.js';

/** Something a user did, or was sent, that is no custom event: a purchase, an opened message. */
export interface Activity {
  /** As exports call it, such as `purchase` or `inAppOpen`. */
  readonly dataType: string;
  readonly user: StoredUser;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly fields: JsonObject;
}
