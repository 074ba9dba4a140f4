// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { CancelMessageRequest } from '../types/cancel-message.js';
import type { DataFields } from '../types/data-fields.js';
import type { ExactlyOne } from '../types/exactly-one.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';

/** Body of `POST /api/webPush/target`. */
export type TargetWebPushRequest = ExactlyOne<'recipientEmail', 'recipientUserId'> & {
  readonly allowRepeatMarketingSends?: boolean | undefined;
  readonly campaignId: Int64;
  readonly dataFields?: DataFields | undefined;
  readonly sendAt?: string | undefined;
};

/** Web push notifications to one user. */
export interface WebPushOperations {
  /**
   * Cancels a scheduled web push notification to one user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  cancel(body: CancelMessageRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Sends a web push notification of a campaign to one user. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  target(body: TargetWebPushRequest, options?: CallOptions): Promise<IterableApiResponse>;
}
