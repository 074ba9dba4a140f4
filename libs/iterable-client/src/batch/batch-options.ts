import type { CallOptions } from '../types/call-options.js';
import type { Int64 } from '../types/int64.js';

/**
 * Options of all methods that send many records. Those of {@link CallOptions} hold for each request,
 * except `signal`, which ends the run: nothing more is sent, what is under way is given up, and the
 * iterator throws after the outcomes of the records that were read.
 */
export interface BatchOptions extends CallOptions {
  /**
   * The most records in a request.
   * @default 1000
   */
  readonly maxBatchSize?: number | undefined;
  /**
   * The most bytes in a request's body.
   * @default 4000000
   */
  readonly maxBatchBytes?: number | undefined;
  /**
   * How many requests may be under way at once. The rate limits hold all the same.
   *
   * It also bounds what is held in memory: up to 2 × `concurrency` × `maxBatchSize` records whose
   * outcomes have not been taken yet, and (`concurrency` + 1) × `maxBatchBytes` bytes of JSON (and
   * one record more).
   * @default 5
   */
  readonly concurrency?: number | undefined;
  /**
   * After how many milliseconds a request is made although it could take more records, where the
   * source is slow.
   * @default 1000
   */
  readonly flushAfterMs?: number | undefined;
  /**
   * Take it for a failure that Iterable dropped fields of a record because it does not know them. The
   * rest of such a record has been stored.
   * @default false
   */
  readonly strictFields?: boolean | undefined;
}

/** Options of `users.updateMany`. */
export interface UpdateManyOptions extends BatchOptions {
  /**
   * Create fields that the project does not know. With `false` Iterable drops them: see
   * `filteredOutFields` of the outcomes, and `strictFields`.
   * @default the project's setting
   */
  readonly createNewFields?: boolean | undefined;
}

/** Options of `lists.subscribeMany`. */
export interface SubscribeManyOptions extends BatchOptions {
  /**
   * Do not create users. Not for email-based projects.
   * @default false
   */
  readonly updateExistingUsersOnly?: boolean | undefined;
}

/** Options of `lists.unsubscribeMany`. */
export interface UnsubscribeManyOptions extends BatchOptions {
  /** The campaign to credit with it. */
  readonly campaignId?: Int64 | undefined;
  /**
   * Unsubscribe from the list's channel too: nearly a global unsubscription.
   * @default false
   */
  readonly channelUnsubscribe?: boolean | undefined;
}
