// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { UserBatches } from '../batch/user-batches.js';
import type { CallOptions } from '../types/call-options.js';
import type { DataFields } from '../types/data-fields.js';
import type { ExactlyOne } from '../types/exactly-one.js';
import type { Identified } from '../types/identified.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import type { JsonObject, JsonValue } from '../types/json-value.js';
import type { UserBulkUpdateRequest, UserBulkUpdateResponse } from '../types/user-bulk-update.js';
import type { UserFieldsResponse } from '../types/user-fields.js';
import type { UserUpdateRequest } from '../types/user-update.js';

/** A list of the profile to merge, and the field of its elements that tells equals. */
export interface ArrayMerge {
  readonly dedupeBy?: string | undefined;
  readonly field?: string | undefined;
}

/** Body of `POST /api/users/bulkUpdateSubscriptions`. */
export interface BulkUpdateSubscriptionsRequest {
  readonly updateSubscriptionsRequests: readonly UpdateSubscriptionsRequest[];
}

/** HTTP 200 says nothing about the users: the counts and lists do. */
export interface BulkUpdateSubscriptionsResponse {
  readonly failCount: number;
  readonly invalidEmails?: readonly string[] | null;
  readonly invalidUserIds?: readonly string[] | null;
  readonly successCount: number;
  /** Valid addresses that failed at Iterable: worth another try. */
  readonly validEmailFailures?: readonly string[] | null;
  /** Valid ids that failed at Iterable: worth another try. */
  readonly validUserIdFailures?: readonly string[] | null;
}

/** Body of `POST /api/users/disableDevice`. */
export type DisableDeviceRequest = Identified & {
  readonly token: string;
};

/** Reply of `GET /api/users/forgotten`. */
export interface ForgottenEmailsResponse {
  readonly hashedEmails: readonly string[];
}

/** Reply of `GET /api/users/forgottenUserIds`. */
export interface ForgottenUserIdsResponse {
  readonly hashedUserIds: readonly string[];
}

/** Body of `POST /api/auth/jwts/invalidate`. */
export type InvalidateJwtsRequest = Identified & {
  /**
   * Milliseconds since 1970.
   * @default now
   */
  readonly issuedBefore?: number | undefined;
};

/** Body of `POST /api/users/merge`. */
export type MergeUsersRequest = ExactlyOne<'sourceEmail', 'sourceUserId'> &
  ExactlyOne<'destinationEmail', 'destinationUserId'> & {
    /** How to merge lists of the profile. */
    readonly arrayMerge?: readonly ArrayMerge[] | undefined;
  };

/** Part of {@link RegisterDeviceTokenRequest}. */
export interface PushDevice {
  readonly applicationName: string;
  readonly dataFields?: DataFields | undefined;
  readonly platform: 'APNS' | 'APNS_SANDBOX' | 'GCM';
  readonly token: string;
}

/** Body of `POST /api/users/registerBrowserToken`. */
export type RegisterBrowserTokenRequest = Identified & {
  readonly browserToken: string;
};

/** Body of `POST /api/users/registerDeviceToken`. */
export type RegisterDeviceTokenRequest = Identified & {
  readonly device: PushDevice;
  readonly preferUserId?: boolean | undefined;
};

/** Part of {@link SentMessagesResponse}. */
export interface SentMessage {
  readonly campaignId: Int64;
  readonly createdAt: string;
  readonly messageId: string;
  readonly templateId: Int64;
}

/** Reply of `GET /api/users/getSentMessages`. */
export interface SentMessagesResponse {
  readonly messages: readonly SentMessage[];
}

/** Body of `POST /api/users/updateEmail`. */
export type UpdateEmailRequest = ExactlyOne<'currentEmail', 'currentUserId'> & {
  readonly newEmail: string;
};

/** The subscriptions of one user. */
export type UpdateSubscriptionsRequest = Identified & {
  readonly campaignId?: Int64 | undefined;
  /** Replaces the whole list at Iterable; left out, the list stays as it is. */
  readonly emailListIds?: readonly Int64[] | undefined;
  /**
   * Replaces the whole list at Iterable; left out, the list stays as it is. Needs opt-in
   * message types to be enabled in the project.
   */
  readonly subscribedMessageTypeIds?: readonly Int64[] | undefined;
  readonly templateId?: Int64 | undefined;
  /** Replaces the whole list at Iterable; left out, the list stays as it is. */
  readonly unsubscribedChannelIds?: readonly Int64[] | undefined;
  /** Replaces the whole list at Iterable; left out, the list stays as it is. */
  readonly unsubscribedMessageTypeIds?: readonly Int64[] | undefined;
  /** @default true */
  readonly validateChannelAlignment?: boolean | undefined;
};

/**
 * A user. Projects without e-mail addresses, and replies that leave one out, have no `email`.
 */
export interface UserProfile {
  readonly dataFields?: JsonObject | null;
  readonly email?: string | null;
  readonly userId?: string | null;
}

/**
 * Reply of `GET /api/users/byUserId`, `GET /api/users/byUserId/{userId}`, `GET
 * /api/users/getByEmail`, `GET /api/users/{email}`.
 */
export interface UserResponse {
  /** Missing where there is no such user. */
  readonly user?: UserProfile | null;
}

/** Parameters of `GET /api/users/byUserId`. */
export interface UsersGetByUserIdQuery {
  readonly userId: string;
}

/** Parameters of `GET /api/users/getByEmail`. */
export interface UsersGetByEmailQuery {
  readonly email: string;
}

/** Parameters of `GET /api/users/getSentMessages`. */
export type UsersGetSentMessagesQuery = Identified & {
  /**
   * 10 to 1000.
   * @default 10
   */
  readonly limit?: number | undefined;
  readonly campaignIds?: readonly Int64[] | undefined;
  readonly startDateTime?: Date | string | undefined;
  readonly endDateTime?: Date | string | undefined;
  /** @default false */
  readonly excludeBlastCampaigns?: boolean | undefined;
  readonly messageMedium?: 'Email' | 'Push' | 'InApp' | 'SMS' | undefined;
};

/** Users. */
export interface UsersOperations extends UserBatches {
  /**
   * Makes the tokens of one user invalid that were issued before a time. May be repeated.
   *
   * @throws {@link IterableError}
   */
  invalidateJwts(
    body: InvalidateJwtsRequest,
    options?: CallOptions,
  ): Promise<JsonValue | undefined>;
  /**
   * Creates or updates many users. Not to be mixed with single updates of the same user within
   * a short time. 5 requests a second per project. At most 4,000,000 bytes a request. May be
   * repeated.
   *
   * @throws {@link IterableError}
   */
  bulkUpdate(body: UserBulkUpdateRequest, options?: CallOptions): Promise<UserBulkUpdateResponse>;
  /**
   * Sets the subscriptions of many users. Each list that is given replaces the whole list at
   * Iterable. May be repeated.
   *
   * @throws {@link IterableError}
   */
  bulkUpdateSubscriptions(
    body: BulkUpdateSubscriptionsRequest,
    options?: CallOptions,
  ): Promise<BulkUpdateSubscriptionsResponse>;
  /**
   * One user's profile, by user id. The reply has no `user` where there is none. 100 requests a
   * second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getByUserId(query: UsersGetByUserIdQuery, options?: CallOptions): Promise<UserResponse>;
  /**
   * Deletes all users that have a user id, later. Does not keep data from being collected
   * again: see `forget`. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  deleteByUserId(userId: string, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * As `getByUserId`, with the id in the path, where Iterable may stumble over a slash. 100
   * requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getByUserIdInPath(userId: string, options?: CallOptions): Promise<UserResponse>;
  /**
   * Stops push notifications to a device of one user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  disableDevice(body: DisableDeviceRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Deletes a user and refuses data on this user from then on (GDPR). 3 requests a second per
   * project. 1,000 a day. May be repeated.
   *
   * @throws {@link IterableError}
   */
  forget(body: Identified, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * The hashed e-mail addresses of forgotten users. 3 requests a second per project. May be
   * repeated.
   *
   * @throws {@link IterableError}
   */
  listForgottenEmails(options?: CallOptions): Promise<ForgottenEmailsResponse>;
  /**
   * The hashed user ids of forgotten users. 3 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  listForgottenUserIds(options?: CallOptions): Promise<ForgottenUserIdsResponse>;
  /**
   * One user's profile, by e-mail address. The reply has no `user` where there is none. 100
   * requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getByEmail(query: UsersGetByEmailQuery, options?: CallOptions): Promise<UserResponse>;
  /**
   * The names and types of all profile fields. 3 requests a second per project. May be
   * repeated.
   *
   * @throws {@link IterableError}
   */
  getFields(options?: CallOptions): Promise<UserFieldsResponse>;
  /**
   * The messages that one user was sent, 10 to 1,000 of them. 3 requests a second per project.
   * May be repeated.
   *
   * @throws {@link IterableError}
   */
  getSentMessages(
    query: UsersGetSentMessagesQuery,
    options?: CallOptions,
  ): Promise<SentMessagesResponse>;
  /**
   * Merges one user into another and deletes the first. Where the destination is not there, the
   * source takes its identifier. 50 requests a second per API key. May be repeated.
   *
   * @throws {@link IterableError}
   */
  merge(body: MergeUsersRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Registers a browser of one user for web push; at most 500 a user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  registerBrowserToken(
    body: RegisterBrowserTokenRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Registers a device of one user for push; at most 500 a user. 500 requests a second per
   * project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  registerDeviceToken(
    body: RegisterDeviceTokenRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Allows data on a forgotten user again. 3 requests a second per project. 1,000 a day. May be
   * repeated.
   *
   * @throws {@link IterableError}
   */
  unforget(body: Identified, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Creates or updates one user; fields that are not sent are kept. Allow 60 seconds before
   * calls that depend on it. 500 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  update(body: UserUpdateRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Changes a user's e-mail address, in email-based projects. Others use `update` with
   * `dataFields.email`. May be repeated.
   *
   * @throws {@link IterableError}
   */
  updateEmail(body: UpdateEmailRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Sets a user's subscriptions. Each list that is given replaces the whole list at Iterable.
   * May be repeated.
   *
   * @throws {@link IterableError}
   */
  updateSubscriptions(
    body: UpdateSubscriptionsRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Deletes a user, later. Does not keep data from being collected again: see `forget`. 100
   * requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  deleteByEmail(email: string, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * As `getByEmail`, with the address in the path, where Iterable may stumble over a slash. 100
   * requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getByEmailInPath(email: string, options?: CallOptions): Promise<UserResponse>;
}
