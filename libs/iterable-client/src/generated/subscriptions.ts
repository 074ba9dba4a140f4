// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { Identified } from '../types/identified.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';

/** Body of `PUT /api/subscriptions/{subscriptionGroup}/{subscriptionGroupId}`. */
export interface BulkSubscriptionRequest {
  /** E-mail addresses. */
  readonly users?: readonly string[] | undefined;
  /** User ids. */
  readonly usersByUserId?: readonly string[] | undefined;
}

/** Body of `POST /api/subscriptions/subscribeToDoubleOptIn`. */
export type DoubleOptInRequest = Identified & {
  readonly brandName?: string | undefined;
  readonly messageTypeIds: readonly Int64[];
  readonly phoneNumber?: string | undefined;
};

/** Parameters of `PUT /api/subscriptions/{subscriptionGroup}/{subscriptionGroupId}`. */
export interface SubscriptionsBulkUpdateQuery {
  readonly action: 'subscribe' | 'unsubscribe';
}

/** Subscriptions of users. */
export interface SubscriptionsOperations {
  /**
   * Asks a user to confirm a subscription. The reply is a text. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  subscribeToDoubleOptIn(body: DoubleOptInRequest, options?: CallOptions): Promise<string>;
  /**
   * Subscribes or unsubscribes many users. The reply says nothing about single users. May be
   * repeated.
   *
   * @throws {@link IterableError}
   */
  bulkUpdate(
    subscriptionGroup: 'emailList' | 'messageType' | 'messageChannel',
    subscriptionGroupId: Int64,
    query: SubscriptionsBulkUpdateQuery,
    body: BulkSubscriptionRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Unsubscribes one user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  unsubscribeByUserId(
    subscriptionGroup: 'emailList' | 'messageType' | 'messageChannel',
    subscriptionGroupId: Int64,
    userId: string,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Subscribes one user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  subscribeByUserId(
    subscriptionGroup: 'emailList' | 'messageType' | 'messageChannel',
    subscriptionGroupId: Int64,
    userId: string,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Unsubscribes one user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  unsubscribeByEmail(
    subscriptionGroup: 'emailList' | 'messageType' | 'messageChannel',
    subscriptionGroupId: Int64,
    userEmail: string,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Subscribes one user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  subscribeByEmail(
    subscriptionGroup: 'emailList' | 'messageType' | 'messageChannel',
    subscriptionGroupId: Int64,
    userEmail: string,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
}
