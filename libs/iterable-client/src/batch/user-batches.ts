import type { CallContext } from '../call/call-context.js';
import type { UpdateSubscriptionsRequest } from '../generated/users.js';
import type { UserRecord } from '../types/user-update.js';
import type { BatchOptions, UpdateManyOptions } from './batch-options.js';
import type { BatchOutcomes } from './batch-outcomes.js';
import { checkBoolean } from './resolve-batch-options.js';
import { type RecordSource, sendMany } from './send-many.js';

/** What can be done with any number of users. */
export interface UserBatches {
  /**
   * Creates or updates any number of users with `users/bulkUpdate`, and tells what became of each.
   * Records of the same user are sent one after another. Not to be mixed with single updates of the
   * same user within a short time.
   *
   * @throws TypeError on wrong options; the iterator throws as {@link BatchOutcomes} says.
   */
  updateMany<Entry extends UserRecord>(
    records: RecordSource<Entry>,
    options?: UpdateManyOptions,
  ): BatchOutcomes<Entry>;
  /**
   * Sets the subscriptions of any number of users with `users/bulkUpdateSubscriptions`, and tells
   * what became of each. Lists that are given replace those at Iterable.
   *
   * @throws TypeError on wrong options; the iterator throws as {@link BatchOutcomes} says.
   */
  updateSubscriptionsMany<Entry extends UpdateSubscriptionsRequest>(
    records: RecordSource<Entry>,
    options?: BatchOptions,
  ): BatchOutcomes<Entry>;
}

/** These methods, for one client. */
export function userBatches(context: CallContext): UserBatches {
  return {
    updateMany: (records, options = {}) =>
      sendMany(context, 'users.updateMany', records, options, {
        optional: {
          createNewFields: checkBoolean('createNewFields', options.createNewFields),
        },
      }),
    updateSubscriptionsMany: (records, options = {}) =>
      sendMany(context, 'users.updateSubscriptionsMany', records, options),
  };
}
