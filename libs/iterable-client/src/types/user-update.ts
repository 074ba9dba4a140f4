import type { DataFields } from './data-fields.js';
import type { Identified } from './identified.js';

/** A user in `users/update` and `users/bulkUpdate`. Fields that are not sent are kept. */
export type UserRecord = Identified & {
  readonly dataFields?: DataFields | undefined;
  /**
   * Merge objects at the top level of `dataFields` with what is there, instead of overwriting them.
   * @default false
   */
  readonly mergeNestedObjects?: boolean | undefined;
  /**
   * Email-based projects only: create a user for a `userId` that is not known.
   * @default false
   */
  readonly preferUserId?: boolean | undefined;
};

/** Body of `POST /api/users/update`. */
export type UserUpdateRequest = UserRecord & {
  /**
   * Create fields that the project does not know. With `false` Iterable drops them and still
   * answers `Success`.
   * @default the project's setting
   */
  readonly createNewFields?: boolean | undefined;
};
