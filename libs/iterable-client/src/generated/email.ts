// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { CancelMessageRequest } from '../types/cancel-message.js';
import type { DataFields } from '../types/data-fields.js';
import type { ExactlyOne } from '../types/exactly-one.js';
import type { Identified } from '../types/identified.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';

/** Body of `POST /api/email/target`. */
export type TargetEmailRequest = ExactlyOne<'recipientEmail', 'recipientUserId'> & {
  readonly allowRepeatMarketingSends?: boolean | undefined;
  readonly campaignId: Int64;
  readonly dataFields?: DataFields | undefined;
  readonly metadata?: DataFields | undefined;
  readonly sendAt?: string | undefined;
};

/** Parameters of `GET /api/email/viewInBrowser`. */
export type EmailViewInBrowserQuery = Identified & {
  readonly messageId: string;
};

/** E-mail to one user. */
export interface EmailOperations {
  /**
   * Cancels a scheduled e-mail to one user. May be repeated.
   *
   * @throws {@link IterableError}
   */
  cancel(body: CancelMessageRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Sends an e-mail of a campaign to one user. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  target(body: TargetEmailRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * The HTML of an e-mail as it was sent to one user. 100 requests a second per project. May be
   * repeated.
   *
   * @throws {@link IterableError}
   */
  viewInBrowser(query: EmailViewInBrowserQuery, options?: CallOptions): Promise<string>;
}
