// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { Int64 } from '../types/int64.js';
import type { NameValue } from './shared-types.js';

/** Reply of `POST /api/webhooks`. */
export interface WebhookResponse {
  readonly authType: string;
  readonly blastSendEnabled: boolean;
  readonly channelIds?: readonly Int64[] | null;
  readonly enabled: boolean;
  readonly endpoint: string;
  readonly id: Int64;
  readonly messageTypeIds?: readonly Int64[] | null;
  readonly triggeredSendEnabled: boolean;
}

/** Body of `POST /api/webhooks`. */
export interface WebhookUpdateRequest {
  /** A secret. */
  readonly authToken?: string | undefined;
  readonly authType?: 'NoAuth' | 'Basic' | 'OAuth2' | undefined;
  readonly blastSendEnabled?: boolean | undefined;
  readonly enabled?: boolean | undefined;
  readonly endpoint?: string | undefined;
  readonly headers?: readonly NameValue[] | undefined;
  readonly id: Int64;
  readonly triggeredSendEnabled?: boolean | undefined;
}

/** Reply of `GET /api/webhooks`. */
export interface WebhooksResponse {
  readonly webhooks: readonly WebhookResponse[];
}

/** Webhooks. */
export interface WebhooksOperations {
  /**
   * All webhooks of the project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  list(options?: CallOptions): Promise<WebhooksResponse>;
  /**
   * Changes a webhook. May be repeated.
   *
   * @throws {@link IterableError}
   */
  update(body: WebhookUpdateRequest, options?: CallOptions): Promise<WebhookResponse>;
}
