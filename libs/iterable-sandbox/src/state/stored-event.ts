import type { JsonObject } from '../json.js';
import type { StoredUser } from './stored-user.js';

/** An event as the sandbox keeps it. */
export interface StoredEvent {
  readonly id: string;
  readonly eventName: string;
  readonly user: StoredUser;
  readonly dataFields: JsonObject;
  /** As sent; without it, the seconds since 1970 at arrival. */
  readonly createdAt: number;
  readonly campaignId: number | undefined;
  readonly templateId: number | undefined;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
}
