// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { EventBatches } from '../batch/event-batches.js';
import type { CallOptions } from '../types/call-options.js';
import type { DataFields } from '../types/data-fields.js';
import type { EventTrackBulkRequest, EventTrackBulkResponse } from '../types/event-track-bulk.js';
import type { EventTrackRequest } from '../types/event-track.js';
import type { Identified } from '../types/identified.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import type { JsonObject, JsonValue } from '../types/json-value.js';

/** Body of `POST /api/events/inAppConsume`. */
export type ConsumeInAppRequest = Identified & {
  /** A Unix timestamp. */
  readonly createdAt?: number | undefined;
  readonly deleteAction?: string | undefined;
  readonly deviceInfo?: DeviceInfo | undefined;
  readonly messageContext?: InAppMessageContext | undefined;
  readonly messageId: string;
};

/**
 * Part of {@link ConsumeInAppRequest}, {@link TrackEmbeddedClickRequest}, {@link
 * TrackEmbeddedReceivedRequest}, {@link TrackEmbeddedSessionRequest}, {@link
 * TrackInAppClickRequest}, {@link TrackInAppCloseRequest}, {@link TrackInAppDeliveryRequest},
 * {@link TrackInAppOpenRequest}.
 */
export interface DeviceInfo {
  readonly appPackageName: string;
  readonly deviceId: string;
  readonly platform: 'iOS' | 'Android' | 'Web';
}

/** Part of {@link TrackEmbeddedSessionRequest}. */
export interface EmbeddedImpression {
  readonly displayCount?: number | undefined;
  readonly displayDuration?: number | undefined;
  readonly messageId?: string | undefined;
  readonly placementId?: Int64 | undefined;
}

/** Part of {@link TrackEmbeddedSessionRequest}. */
export interface EmbeddedSession {
  readonly end?: number | undefined;
  readonly id?: string | undefined;
  readonly start?: number | undefined;
}

/** Reply of `GET /api/events/byUserId/{userId}`, `GET /api/events/{email}`. */
export interface EventsResponse {
  readonly events: readonly JsonObject[];
}

/** Part of {@link TrackInAppDeliveryRequest}. */
export interface InAppDeliveryContext {
  readonly saveToInbox?: boolean | undefined;
  readonly silentInbox?: boolean | undefined;
}

/**
 * Part of {@link ConsumeInAppRequest}, {@link TrackInAppClickRequest}, {@link
 * TrackInAppCloseRequest}, {@link TrackInAppOpenRequest}.
 */
export interface InAppMessageContext {
  readonly location?: string | undefined;
  readonly saveToInbox?: boolean | undefined;
  readonly silentInbox?: boolean | undefined;
}

/** Body of `POST /api/embedded-messaging/events/click`. */
export type TrackEmbeddedClickRequest = Identified & {
  readonly buttonIdentifier?: string | undefined;
  /** A Unix timestamp. */
  readonly createdAt?: number | undefined;
  readonly deviceInfo?: DeviceInfo | undefined;
  readonly messageId: string;
  readonly targetUrl?: string | undefined;
};

/** Body of `POST /api/embedded-messaging/events/received`. */
export type TrackEmbeddedReceivedRequest = Identified & {
  /** A Unix timestamp. */
  readonly createdAt?: number | undefined;
  readonly deviceInfo?: DeviceInfo | undefined;
  readonly messageId: string;
};

/** Body of `POST /api/embedded-messaging/events/session`. */
export type TrackEmbeddedSessionRequest = Identified & {
  /** A Unix timestamp. */
  readonly createdAt?: number | undefined;
  readonly deviceInfo?: DeviceInfo | undefined;
  readonly impressions?: readonly EmbeddedImpression[] | undefined;
  readonly session?: EmbeddedSession | undefined;
};

/** Body of `POST /api/events/trackInAppClick`. */
export type TrackInAppClickRequest = Identified & {
  readonly clickedUrl?: string | undefined;
  /** A Unix timestamp. */
  readonly createdAt?: number | undefined;
  readonly deviceInfo?: DeviceInfo | undefined;
  readonly messageContext?: InAppMessageContext | undefined;
  readonly messageId: string;
};

/** Body of `POST /api/events/trackInAppClose`. */
export type TrackInAppCloseRequest = Identified & {
  readonly clickedUrl?: string | undefined;
  readonly closeAction?: string | undefined;
  /** A Unix timestamp. */
  readonly createdAt?: number | undefined;
  readonly deviceInfo?: DeviceInfo | undefined;
  readonly inboxSessionId?: string | undefined;
  readonly messageContext?: InAppMessageContext | undefined;
  readonly messageId: string;
};

/** Body of `POST /api/events/trackInAppDelivery`. */
export type TrackInAppDeliveryRequest = Identified & {
  /** A Unix timestamp. */
  readonly createdAt?: number | undefined;
  readonly deviceInfo?: DeviceInfo | undefined;
  readonly messageContext?: InAppDeliveryContext | undefined;
  readonly messageId: string;
};

/** Body of `POST /api/events/trackInAppOpen`. */
export type TrackInAppOpenRequest = Identified & {
  /** A Unix timestamp. */
  readonly createdAt?: number | undefined;
  readonly deviceInfo?: DeviceInfo | undefined;
  readonly messageContext?: InAppMessageContext | undefined;
  readonly messageId: string;
};

/** Body of `POST /api/events/trackPushOpen`. */
export type TrackPushOpenRequest = Identified & {
  readonly campaignId: Int64;
  /** A Unix timestamp. */
  readonly createdAt?: number | undefined;
  readonly dataFields?: DataFields | undefined;
  readonly messageId: string;
  readonly templateId?: Int64 | undefined;
};

/** Body of `POST /api/events/trackWebPushClick`. */
export type TrackWebPushClickRequest = Identified & {
  readonly campaignId?: Int64 | undefined;
  /** A Unix timestamp. */
  readonly createdAt?: number | undefined;
  readonly messageId: string;
  readonly templateId?: Int64 | undefined;
};

/** Parameters of `GET /api/events/byUserId/{userId}`. */
export interface EventsListByUserIdQuery {
  /**
   * At most 200.
   * @default 30
   */
  readonly limit?: number | undefined;
}

/** Parameters of `GET /api/events/{email}`. */
export interface EventsListByEmailQuery {
  /**
   * At most 200.
   * @default 30
   */
  readonly limit?: number | undefined;
}

/** Events. */
export interface EventsOperations extends EventBatches {
  /**
   * Tracks a click on an embedded message. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  trackEmbeddedClick(
    body: TrackEmbeddedClickRequest,
    options?: CallOptions,
  ): Promise<JsonValue | undefined>;
  /**
   * Tracks that an embedded message was received. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  trackEmbeddedReceived(
    body: TrackEmbeddedReceivedRequest,
    options?: CallOptions,
  ): Promise<JsonValue | undefined>;
  /**
   * Tracks a session with embedded messages and what was seen of them. Repeated after a 429
   * only.
   *
   * @throws {@link IterableError}
   */
  trackEmbeddedSession(
    body: TrackEmbeddedSessionRequest,
    options?: CallOptions,
  ): Promise<JsonValue | undefined>;
  /**
   * A user's latest events, at most 200. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  listByUserId(
    userId: string,
    query?: EventsListByUserIdQuery,
    options?: CallOptions,
  ): Promise<EventsResponse>;
  /**
   * Tracks that an in-app message was used up, and takes it from the user's messages. Repeated
   * after a 429 only.
   *
   * @throws {@link IterableError}
   */
  consumeInApp(body: ConsumeInAppRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Tracks a custom event. It always has an `id`: the caller's, or one made for the call. 2,000
   * requests a second per project. May be repeated, because of the id.
   *
   * @throws {@link IterableError}
   */
  track(body: EventTrackRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Tracks many custom events; each gets an `id` if it has none. Events of unknown users are
   * not stored. 10 requests a second per project. May be repeated, because of the id.
   *
   * @throws {@link IterableError}
   */
  trackBulk(body: EventTrackBulkRequest, options?: CallOptions): Promise<EventTrackBulkResponse>;
  /**
   * Tracks a click on an in-app message. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  trackInAppClick(
    body: TrackInAppClickRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Tracks that an in-app message was closed. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  trackInAppClose(
    body: TrackInAppCloseRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Tracks that an in-app message was delivered. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  trackInAppDelivery(
    body: TrackInAppDeliveryRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Tracks that an in-app message was opened. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  trackInAppOpen(body: TrackInAppOpenRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Tracks that a push notification was opened. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  trackPushOpen(body: TrackPushOpenRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Tracks a click on a web push notification. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  trackWebPushClick(
    body: TrackWebPushClickRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * A user's latest events, at most 200. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  listByEmail(
    email: string,
    query?: EventsListByEmailQuery,
    options?: CallOptions,
  ): Promise<EventsResponse>;
}
