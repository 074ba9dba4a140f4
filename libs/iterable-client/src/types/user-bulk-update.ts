import type { UserRecord } from './user-update.js';

/** Body of `POST /api/users/bulkUpdate`. */
export interface UserBulkUpdateRequest {
  readonly users: readonly UserRecord[];
  /**
   * Create fields that the project does not know; here for the whole request.
   * @default the project's setting
   */
  readonly createNewFields?: boolean | undefined;
}

/** A list of identifiers in a bulk reply; each may be missing. */
export type IdentifierList = readonly string[] | null;

/** Who failed and why, by identifier: Iterable gives neither index nor status of a record. */
export interface FailedUserUpdates {
  /** Malformed addresses. */
  readonly invalidEmails?: IdentifierList;
  /** Malformed ids. */
  readonly invalidUserIds?: IdentifierList;
  /** Subscribing and unsubscribing only. */
  readonly notFoundEmails?: IdentifierList;
  readonly notFoundUserIds?: IdentifierList;
  /** Bad data in `dataFields`. */
  readonly invalidDataEmails?: IdentifierList;
  readonly invalidDataUserIds?: IdentifierList;
  /** The existing identifiers that prevented a change of identity; not always the record's own. */
  readonly conflictEmails?: IdentifierList;
  readonly conflictUserIds?: IdentifierList;
  /** Forgotten on request (GDPR): permanent. */
  readonly forgottenEmails?: IdentifierList;
  readonly forgottenUserIds?: IdentifierList;
}

/**
 * Reply of `users/bulkUpdate`. HTTP 200 says nothing about the records: `failCount` and
 * `failedUpdates` do, and `filteredOutFields` names fields that Iterable dropped.
 */
export interface UserBulkUpdateResponse {
  readonly successCount: number;
  readonly failCount: number;
  readonly failedUpdates?: FailedUserUpdates | null;
  /** Fields that this request created. */
  readonly createdFields?: readonly string[] | null;
  /** Fields that were dropped because they are not known and may not be created. */
  readonly filteredOutFields?: readonly string[] | null;
  /** @deprecated by Iterable, in favour of `failedUpdates`. */
  readonly invalidEmails?: IdentifierList;
  /** @deprecated by Iterable, in favour of `failedUpdates`. */
  readonly invalidUserIds?: IdentifierList;
}
