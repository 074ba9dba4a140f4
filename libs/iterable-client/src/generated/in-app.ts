// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { CancelMessageRequest } from '../types/cancel-message.js';
import type { DataFields } from '../types/data-fields.js';
import type { ExactlyOne } from '../types/exactly-one.js';
import type { Identified } from '../types/identified.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import type { InAppMessagesResponse } from './shared-types.js';

/** Body of `POST /api/inApp/target`. */
export type TargetInAppRequest = ExactlyOne<'recipientEmail', 'recipientUserId'> & {
  readonly allowRepeatMarketingSends?: boolean | undefined;
  readonly campaignId: Int64;
  readonly dataFields?: DataFields | undefined;
  readonly sendAt?: string | undefined;
};

/** Parameters of `GET /api/inApp/getMessages`. */
export type InAppGetMessagesQuery = Identified & {
  readonly count: number;
  readonly platform?: 'iOS' | 'Android' | 'Web' | 'OTT' | undefined;
  readonly SDKVersion?: string | undefined;
  readonly packageName?: string | undefined;
};

/** Parameters of `GET /api/inApp/getPriorityMessage`. */
export type InAppGetPriorityMessageQuery = Identified & {
  readonly platform?: 'iOS' | 'Android' | 'Web' | 'OTT' | undefined;
  readonly SDKVersion?: string | undefined;
  readonly packageName?: string | undefined;
};

/** In-app messages for one user. */
export interface InAppOperations {
  /**
   * Cancels a scheduled in-app message to one user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  cancel(body: CancelMessageRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * The in-app messages for one user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getMessages(query: InAppGetMessagesQuery, options?: CallOptions): Promise<InAppMessagesResponse>;
  /**
   * The in-app message that one user should see first. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getPriorityMessage(
    query: InAppGetPriorityMessageQuery,
    options?: CallOptions,
  ): Promise<InAppMessagesResponse>;
  /**
   * Sends an in-app message of a campaign to one user. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  target(body: TargetInAppRequest, options?: CallOptions): Promise<IterableApiResponse>;
}
