import type { CallContext } from '../call/call-context.js';
import { describe } from '../options/check-keys.js';
import type { Identified } from '../types/identified.js';
import type { Int64 } from '../types/int64.js';
import type { UserRecord } from '../types/user-update.js';
import type { SubscribeManyOptions, UnsubscribeManyOptions } from './batch-options.js';
import type { BatchOutcomes } from './batch-outcomes.js';
import { checkBoolean } from './resolve-batch-options.js';
import { type RecordSource, sendMany } from './send-many.js';

/** What can be done with any number of subscribers. */
export interface ListBatches {
  /**
   * Subscribes any number of users to a list with `lists/subscribe`, and tells what became of each.
   * Users who are not known are created, unless `updateExistingUsersOnly` is set.
   *
   * @throws TypeError on wrong options; the iterator throws as {@link BatchOutcomes} says.
   */
  subscribeMany<Entry extends UserRecord>(
    listId: Int64,
    records: RecordSource<Entry>,
    options?: SubscribeManyOptions,
  ): BatchOutcomes<Entry>;
  /**
   * Unsubscribes any number of users from a list with `lists/unsubscribe`, and tells what became of
   * each. Users who are not known are not on the list either: they are `delivered`, with the note
   * `not-found`.
   *
   * @throws TypeError on wrong options; the iterator throws as {@link BatchOutcomes} says.
   */
  unsubscribeMany<Entry extends Identified>(
    listId: Int64,
    records: RecordSource<Entry>,
    options?: UnsubscribeManyOptions,
  ): BatchOutcomes<Entry>;
}

/** These methods, for one client. */
export function listBatches(context: CallContext): ListBatches {
  return {
    subscribeMany: (listId, records, options = {}) =>
      sendMany(context, 'lists.subscribeMany', records, options, {
        fixed: { listId: checkId('listId', listId) },
        optional: {
          updateExistingUsersOnly: checkBoolean(
            'updateExistingUsersOnly',
            options.updateExistingUsersOnly,
          ),
        },
      }),
    unsubscribeMany: (listId, records, options = {}) => {
      const { campaignId, channelUnsubscribe } = options;
      return sendMany(context, 'lists.unsubscribeMany', records, options, {
        fixed: { listId: checkId('listId', listId) },
        optional: {
          campaignId: campaignId === undefined ? undefined : checkId('campaignId', campaignId),
          // Sources do not agree on Iterable's default, and the other one is hard to undo.
          channelUnsubscribe: checkBoolean('channelUnsubscribe', channelUnsubscribe) ?? false,
        },
      });
    },
  };
}

function checkId(name: string, value: unknown): Int64 {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return value as Int64;
  throw new TypeError(`${name} must be a whole number; received ${describe(value)}.`);
}
