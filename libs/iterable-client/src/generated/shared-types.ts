// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { Int64 } from '../types/int64.js';
import type { JsonObject, JsonValue } from '../types/json-value.js';

/** Part of {@link InAppDisplaySettings}. */
export interface BgColor {
  readonly alpha?: number | null | undefined;
  readonly hex?: string | null | undefined;
}

/**
 * Part of {@link EmbeddedButton}, {@link EmbeddedElements}, {@link EmbeddedMessageElements}.
 */
export interface EmbeddedAction {
  readonly data?: string | null | undefined;
  readonly type?: string | null | undefined;
}

/** Part of {@link EmbeddedElements}, {@link EmbeddedMessageElements}. */
export interface EmbeddedButton {
  readonly action?: EmbeddedAction | null | undefined;
  readonly id?: string | null | undefined;
  readonly title?: string | null | undefined;
}

/** Part of {@link EmbeddedElements}, {@link EmbeddedMessageElements}. */
export interface EmbeddedText {
  readonly label?: string | null | undefined;
  readonly text?: string | null | undefined;
}

/** Part of {@link InAppMessage}. */
export interface InAppContent {
  readonly html?: string | null;
  readonly inAppDisplaySettings?: InAppDisplaySettings | null;
  readonly ottPayload?: RokuContent | null;
  readonly webInAppDisplaySettings: WebInAppDisplaySettings;
}

/** Part of {@link InAppContent}, {@link InAppTemplate}, {@link InAppTemplateUpsertRequest}. */
export interface InAppDisplaySettings {
  readonly bgColor?: BgColor | null | undefined;
  readonly bottom?: JsonValue | null | undefined;
  readonly left?: JsonValue | null | undefined;
  readonly right?: JsonValue | null | undefined;
  readonly shouldAnimate?: boolean | null | undefined;
  readonly top?: JsonValue | null | undefined;
}

/** Part of {@link InAppMessagesResponse}. */
export interface InAppMessage {
  readonly campaignId?: Int64 | null;
  readonly content?: InAppContent | null;
  readonly createdAt?: string | null;
  readonly customPayload?: JsonObject | null;
  readonly expiresAt?: string | null;
  readonly inboxMetadata?: InboxMetadata | null;
  readonly jsonOnly: boolean;
  readonly messageId?: string | null;
  readonly messageType: JsonValue;
  readonly ottPayload?: RokuContent | null;
  readonly priorityLevel?: number | null;
  readonly read?: boolean | null;
  readonly saveToInbox?: boolean | null;
  readonly trigger?: InAppTrigger | null;
  readonly typeOfContent: JsonValue;
}

/**
 * Reply of `GET /api/inApp/getMessages`, `GET /api/inApp/getPriorityMessage`, `GET
 * /api/inApp/web/getMessages`.
 */
export interface InAppMessagesResponse {
  readonly inAppMessages: readonly InAppMessage[];
}

/** Part of {@link InAppMessage}. */
export interface InAppTrigger {
  readonly type?: JsonValue | null;
}

/** Part of {@link InAppMessage}, {@link InAppTemplate}, {@link InAppTemplateUpsertRequest}. */
export interface InboxMetadata {
  readonly icon?: string | null | undefined;
  readonly subtitle?: string | null | undefined;
  readonly title?: string | null | undefined;
}

/**
 * Part of {@link EmailTemplate}, {@link EmailTemplateUpsertRequest}, {@link SmsTemplate},
 * {@link SmsTemplateUpsertRequest}, {@link WebhookUpdateRequest}.
 */
export interface NameValue {
  readonly key: string;
  readonly value: string;
}

/** Part of {@link RokuContent}. */
export interface RokuButtonContent {
  readonly buttonBorderColor: string;
  readonly buttonColorFocused: string;
  readonly buttonColorUnFocused: string;
  readonly buttonDeeplink: string;
  readonly buttonText: string;
  readonly buttonTextColorFocused: string;
  readonly buttonTextColorUnFocused: string;
}

/** Part of {@link InAppContent}, {@link InAppMessage}. */
export interface RokuContent {
  readonly backgroundColor?: string | null;
  readonly buttons?: readonly RokuButtonContent[] | null;
  readonly dialogBodyFont?: string | null;
  readonly dialogButtonFont?: string | null;
  readonly dialogHeader?: string | null;
  readonly dialogHeaderFont?: string | null;
  readonly dialogText?: string | null;
  readonly fhd_image?: string | null;
  readonly textColor?: string | null;
}

/** Part of {@link InAppContent}, {@link InAppTemplate}, {@link InAppTemplateUpsertRequest}. */
export interface WebInAppDisplaySettings {
  readonly position?: JsonValue | null | undefined;
}
