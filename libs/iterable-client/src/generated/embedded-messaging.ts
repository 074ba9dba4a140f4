// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { Identified } from '../types/identified.js';
import type { Int64 } from '../types/int64.js';
import type { JsonObject } from '../types/json-value.js';
import type { EmbeddedAction, EmbeddedButton, EmbeddedText } from './shared-types.js';

/** Part of {@link EmbeddedPlacement}. */
export interface EmbeddedMessage {
  readonly elements?: EmbeddedMessageElements | null;
  readonly metadata?: EmbeddedMessageMetadata | null;
  readonly payload?: JsonObject | null;
}

/** Part of {@link EmbeddedMessage}. */
export interface EmbeddedMessageElements {
  readonly body?: string | null;
  readonly buttons?: readonly EmbeddedButton[] | null;
  readonly defaultAction?: EmbeddedAction | null;
  readonly mediaUrl?: string | null;
  readonly mediaUrlCaption?: string | null;
  readonly text?: readonly EmbeddedText[] | null;
  readonly title?: string | null;
}

/** Part of {@link EmbeddedMessage}. */
export interface EmbeddedMessageMetadata {
  readonly campaignId?: Int64 | null;
  readonly isProof?: boolean | null;
  readonly messageId?: string | null;
  readonly placementId?: Int64 | null;
  readonly priorityOrder?: number | null;
}

/** Reply of `GET /api/embedded-messaging/messages`. */
export interface EmbeddedMessagesResponse {
  readonly placements?: readonly EmbeddedPlacement[] | null;
}

/** Part of {@link EmbeddedMessagesResponse}. */
export interface EmbeddedPlacement {
  readonly embeddedMessages?: readonly EmbeddedMessage[] | null;
  readonly placementId?: Int64 | null;
}

/** Parameters of `GET /api/embedded-messaging/messages`. */
export type EmbeddedMessagingGetMessagesQuery = Identified & {
  readonly platform?: string | undefined;
  readonly sdkVersion?: string | undefined;
  readonly packageName?: string | undefined;
  readonly placementIds?: readonly Int64[] | undefined;
  readonly currentMessageIds?: readonly string[] | undefined;
};

/** Embedded messages for one user. */
export interface EmbeddedMessagingOperations {
  /**
   * The embedded messages for one user, by placement. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getMessages(
    query: EmbeddedMessagingGetMessagesQuery,
    options?: CallOptions,
  ): Promise<EmbeddedMessagesResponse>;
}
