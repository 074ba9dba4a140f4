import type { EventTrackRequest } from './event-track.js';
import type { IdentifierList } from './user-bulk-update.js';

/** Body of `POST /api/events/trackBulk`. */
export interface EventTrackBulkRequest {
  readonly events: readonly EventTrackRequest[];
}

/** Whose events failed and why, by identifier: the reply has neither index nor event id. */
export interface FailedEventUpdates {
  readonly invalidEmails?: IdentifierList;
  readonly invalidUserIds?: IdentifierList;
  /** Unknown users: their events are not stored, and the users are not created. */
  readonly notFoundEmails?: IdentifierList;
  readonly notFoundUserIds?: IdentifierList;
  readonly forgottenEmails?: IdentifierList;
  readonly forgottenUserIds?: IdentifierList;
}

/** Reply of `events/trackBulk`. HTTP 200 says nothing about the events: the counts and lists do. */
export interface EventTrackBulkResponse {
  readonly successCount: number;
  readonly failCount: number;
  readonly failedUpdates?: FailedEventUpdates | null;
  /** Event names that the project blocks: none of their events was stored. */
  readonly disallowedEventNames?: readonly string[] | null;
  readonly createdFields?: readonly string[] | null;
  readonly filteredOutFields?: readonly string[] | null;
  /** @deprecated by Iterable, in favour of `failedUpdates`. */
  readonly invalidEmails?: IdentifierList;
  /** @deprecated by Iterable, in favour of `failedUpdates`; here it means *not found*. */
  readonly invalidUserIds?: IdentifierList;
}
