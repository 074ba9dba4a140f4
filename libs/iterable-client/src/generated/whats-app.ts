// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { CancelMessageRequest } from '../types/cancel-message.js';
import type { DataFields } from '../types/data-fields.js';
import type { ExactlyOne } from '../types/exactly-one.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';

/** Body of `POST /api/whatsApp/target`. */
export type TargetWhatsAppRequest = ExactlyOne<'recipientEmail', 'recipientUserId'> & {
  readonly allowRepeatMarketingSends?: boolean | undefined;
  readonly campaignId: Int64;
  readonly dataFields?: DataFields | undefined;
  readonly sendAt?: string | undefined;
};

/** WhatsApp messages to one user. */
export interface WhatsAppOperations {
  /**
   * Cancels a scheduled WhatsApp message to one user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  cancel(body: CancelMessageRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Sends a WhatsApp message of a campaign to one user. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  target(body: TargetWhatsAppRequest, options?: CallOptions): Promise<IterableApiResponse>;
}
