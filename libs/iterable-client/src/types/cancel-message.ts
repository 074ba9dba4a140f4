import type { Identified } from './identified.js';
import type { Int64 } from './int64.js';

/** Body of the `cancel` operations: what was scheduled, by its own id or by campaign and user. */
export type CancelMessageRequest =
  | ({ readonly campaignId: Int64; readonly scheduledMessageId?: undefined } & Identified)
  | ({ readonly scheduledMessageId: Int64; readonly campaignId?: undefined } & (
      Identified | { readonly email?: undefined; readonly userId?: undefined }
    ));
