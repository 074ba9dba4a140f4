// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { ListBatches } from '../batch/list-batches.js';
import type { CallOptions } from '../types/call-options.js';
import type { Identified } from '../types/identified.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import type { UserBulkUpdateResponse } from '../types/user-bulk-update.js';
import type { UserRecord } from '../types/user-update.js';

/** Body of `POST /api/lists`. */
export interface CreateListRequest {
  readonly description?: string | undefined;
  readonly name: string;
}

/** Reply of `POST /api/lists`. */
export interface CreateListResponse {
  readonly listId: Int64;
}

/** Part of {@link ListsResponse}. */
export interface ListDetails {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly description?: string | null;
  readonly id: Int64;
  readonly isGlobalSuppressionEnabled?: boolean | null;
  readonly listType: 'Standard' | 'Dynamic' | 'Suppression' | 'Internal' | (string & {});
  readonly name: string;
}

/** Body of `POST /api/lists/subscribe`. */
export interface ListSubscribeRequest {
  readonly listId: Int64;
  readonly subscribers: readonly UserRecord[];
  /**
   * Do not create users. Not for email-based projects.
   * @default false
   */
  readonly updateExistingUsersOnly?: boolean | undefined;
}

/** Body of `POST /api/lists/unsubscribe`. */
export interface ListUnsubscribeRequest {
  readonly campaignId?: Int64 | undefined;
  /**
   * Unsubscribe from the channel of the campaign too: nearly a global unsubscription.
   * @default false
   */
  readonly channelUnsubscribe?: boolean | undefined;
  readonly listId: Int64;
  readonly subscribers: readonly Identified[];
}

/** Reply of `GET /api/lists`. */
export interface ListsResponse {
  readonly lists: readonly ListDetails[];
}

/** Parameters of `GET /api/lists/getUsers`. */
export interface ListsEachUserQuery {
  readonly listId: Int64;
  /**
   * User ids instead of e-mail addresses, where users have both.
   * @default false
   */
  readonly preferUserId?: boolean | undefined;
}

/** Parameters of `GET /api/lists/previewUsers`. */
export interface ListsEachPreviewUserQuery {
  readonly listId: Int64;
  /**
   * User ids instead of e-mail addresses, where users have both.
   * @default false
   */
  readonly preferUserId?: boolean | undefined;
  readonly size?: number | undefined;
}

/** Lists and who is on them. */
export interface ListsOperations extends ListBatches {
  /**
   * All lists of the project. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  list(options?: CallOptions): Promise<ListsResponse>;
  /**
   * Creates a static list. Names are not unique, so a repeat would make another. Repeated after
   * a 429 only.
   *
   * @throws {@link IterableError}
   */
  create(body: CreateListRequest, options?: CallOptions): Promise<CreateListResponse>;
  /**
   * The users of a list: their e-mail addresses or user ids, one by one. 5 requests a minute
   * per project. May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  eachUser(query: ListsEachUserQuery, options?: CallOptions): AsyncIterable<string>;
  /**
   * Some users of a list: their e-mail addresses or user ids, one by one. 5 requests a minute
   * per project. May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  eachPreviewUser(query: ListsEachPreviewUserQuery, options?: CallOptions): AsyncIterable<string>;
  /**
   * Puts users on a static list. Creates unknown users unless `updateExistingUsersOnly` is set.
   * May be repeated.
   *
   * @throws {@link IterableError}
   */
  subscribe(body: ListSubscribeRequest, options?: CallOptions): Promise<UserBulkUpdateResponse>;
  /**
   * Takes users off a static list. May be repeated.
   *
   * @throws {@link IterableError}
   */
  unsubscribe(body: ListUnsubscribeRequest, options?: CallOptions): Promise<UserBulkUpdateResponse>;
  /**
   * Deletes a list that nothing uses. May be repeated.
   *
   * @throws {@link IterableError}
   */
  delete(listId: Int64, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * How many users a list has. 5 requests a minute per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getSize(listId: Int64, options?: CallOptions): Promise<number>;
}
