// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { DataFields } from '../types/data-fields.js';
import type { ExactlyOne } from '../types/exactly-one.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import type { JsonObject, JsonValue } from '../types/json-value.js';
import type {
  EmbeddedAction,
  EmbeddedButton,
  EmbeddedText,
  InAppDisplaySettings,
  InboxMetadata,
  NameValue,
  WebInAppDisplaySettings,
} from './shared-types.js';

/** Part of {@link PushActionButton}. */
export interface ActionIcon {
  readonly iconType: JsonValue;
  readonly imageName: string;
}

/** Part of {@link PushTemplate}, {@link PushTemplateUpsertRequest}. */
export interface DeeplinkURI {
  readonly android?: string | null | undefined;
  readonly ios?: string | null | undefined;
}

/** Body of `POST /api/templates/email/update`. */
export interface EmailTemplate {
  readonly bccEmails?: readonly string[] | null | undefined;
  readonly cacheDataFeed?: boolean | null | undefined;
  readonly campaignDataFields?: JsonObject | null | undefined;
  readonly ccEmails?: readonly string[] | null | undefined;
  readonly clientTemplateId?: string | null | undefined;
  readonly creatorUserId?: string | null | undefined;
  readonly dataFeedId?: Int64 | null | undefined;
  readonly dataFeedIds?: readonly Int64[] | null | undefined;
  readonly fromEmail?: string | null | undefined;
  readonly fromName?: string | null | undefined;
  readonly googleAnalyticsCampaignName?: string | null | undefined;
  readonly html?: string | null | undefined;
  readonly isDefaultLocale?: boolean | null | undefined;
  readonly linkParams?: readonly NameValue[] | null | undefined;
  readonly locale?: string | null | undefined;
  readonly mergeDataFeedContext?: boolean | null | undefined;
  readonly messageTypeId?: Int64 | null | undefined;
  readonly metadata?: TemplateDetails | null | undefined;
  readonly name?: string | null | undefined;
  readonly plainText?: string | null | undefined;
  readonly preheaderText?: string | null | undefined;
  readonly replyToEmail?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly templateId: Int64;
}

/** Body of `POST /api/templates/email/upsert`. */
export interface EmailTemplateUpsertRequest {
  readonly bccEmails?: readonly string[] | undefined;
  readonly cacheDataFeed?: boolean | undefined;
  readonly ccEmails?: readonly string[] | undefined;
  readonly clientTemplateId: string;
  readonly creatorUserId?: string | undefined;
  readonly dataFeedId?: Int64 | undefined;
  readonly dataFeedIds?: readonly Int64[] | undefined;
  readonly fromEmail?: string | undefined;
  readonly fromName?: string | undefined;
  readonly googleAnalyticsCampaignName?: string | undefined;
  readonly html?: string | undefined;
  readonly isDefaultLocale?: boolean | undefined;
  readonly linkParams?: readonly NameValue[] | undefined;
  readonly locale?: string | undefined;
  readonly mergeDataFeedContext?: boolean | undefined;
  readonly messageTypeId?: Int64 | undefined;
  readonly name?: string | undefined;
  readonly plainText?: string | undefined;
  readonly preheaderText?: string | undefined;
  readonly replyToEmail?: string | undefined;
  readonly subject?: string | undefined;
}

/** Part of {@link EmbeddedTemplate}, {@link EmbeddedTemplateUpsertRequest}. */
export interface EmbeddedElements {
  readonly buttons?: readonly EmbeddedButton[] | null | undefined;
  readonly defaultAction?: EmbeddedAction | null | undefined;
  readonly mediaUrl?: string | null | undefined;
  readonly mediaUrlCaption?: string | null | undefined;
  readonly text?: readonly EmbeddedText[] | null | undefined;
}

/** Body of `POST /api/templates/embedded/update`. */
export interface EmbeddedTemplate {
  readonly body?: string | null | undefined;
  readonly campaignDataFields?: JsonObject | null | undefined;
  readonly campaignId?: Int64 | null | undefined;
  readonly clientTemplateId?: string | null | undefined;
  readonly elements?: EmbeddedElements | null | undefined;
  readonly isDefaultLocale?: boolean | null | undefined;
  readonly locale?: string | null | undefined;
  readonly messageTypeId?: Int64 | null | undefined;
  readonly name?: string | null | undefined;
  readonly payload?: JsonObject | null | undefined;
  readonly placementId?: Int64 | null | undefined;
  readonly templateId: Int64;
  readonly title?: string | null | undefined;
}

/** Body of `POST /api/templates/embedded/upsert`. */
export interface EmbeddedTemplateUpsertRequest {
  readonly body?: string | undefined;
  readonly clientTemplateId: string;
  readonly creatorUserId?: string | undefined;
  readonly elements?: EmbeddedElements | undefined;
  readonly isDefaultLocale?: boolean | undefined;
  readonly locale?: string | undefined;
  readonly messageTypeId?: Int64 | undefined;
  readonly name?: string | undefined;
  readonly payload?: DataFields | undefined;
  readonly placementId?: Int64 | undefined;
  readonly title?: string | undefined;
}

/** Body of `POST /api/templates/inapp/update`. */
export interface InAppTemplate {
  readonly campaignDataFields?: JsonObject | null | undefined;
  readonly campaignId?: Int64 | null | undefined;
  readonly clientTemplateId?: string | null | undefined;
  readonly expirationDateTime?: string | null | undefined;
  readonly expirationDuration?: string | null | undefined;
  readonly html?: string | null | undefined;
  readonly inAppDisplaySettings?: InAppDisplaySettings | null | undefined;
  readonly inboxMetadata?: InboxMetadata | null | undefined;
  readonly isDefaultLocale?: boolean | null | undefined;
  readonly locale?: string | null | undefined;
  readonly messageTypeId?: Int64 | null | undefined;
  readonly name?: string | null | undefined;
  readonly payload?: JsonObject | null | undefined;
  readonly templateId: Int64;
  readonly webInAppDisplaySettings?: WebInAppDisplaySettings | null | undefined;
}

/** Body of `POST /api/templates/inapp/upsert`. */
export interface InAppTemplateUpsertRequest {
  readonly clientTemplateId: string;
  readonly creatorUserId?: string | undefined;
  readonly expirationDateTime?: string | undefined;
  readonly expirationDuration?: string | undefined;
  readonly html?: string | undefined;
  readonly inAppDisplaySettings?: InAppDisplaySettings | undefined;
  readonly inboxMetadata?: InboxMetadata | undefined;
  readonly isDefaultLocale?: boolean | undefined;
  readonly locale?: string | undefined;
  readonly messageTypeId?: Int64 | undefined;
  readonly name?: string | undefined;
  readonly payload?: DataFields | undefined;
  readonly webInAppDisplaySettings?: WebInAppDisplaySettings | undefined;
}

/** Part of {@link PushActionButton}. */
export interface PushAction {
  readonly data?: string | null | undefined;
  readonly type?: string | null | undefined;
}

/** Part of {@link PushTemplate}, {@link PushTemplateUpsertRequest}. */
export interface PushActionButton {
  readonly action?: PushAction | null | undefined;
  readonly actionIcon?: ActionIcon | null | undefined;
  readonly buttonType?: 'default' | 'destructive' | 'textInput' | (string & {}) | null | undefined;
  readonly identifier: string;
  readonly inputPlaceholder?: string | null | undefined;
  readonly inputTitle?: string | null | undefined;
  readonly openApp: boolean;
  readonly requiresUnlock?: boolean | null | undefined;
  readonly title: string;
}

/** Body of `POST /api/templates/push/update`. */
export interface PushTemplate {
  readonly badge?: string | null | undefined;
  readonly buttons?: readonly PushActionButton[] | null | undefined;
  readonly cacheDataFeed?: boolean | null | undefined;
  readonly campaignDataFields?: JsonObject | null | undefined;
  readonly campaignId?: Int64 | null | undefined;
  readonly clientTemplateId?: string | null | undefined;
  readonly createdAt?: string | null | undefined;
  readonly dataFeedIds?: readonly Int64[] | null | undefined;
  readonly deeplink?: DeeplinkURI | null | undefined;
  readonly interruptionLevel?:
    'passive' | 'active' | 'time-sensitive' | 'critical' | (string & {}) | null | undefined;
  readonly isDefaultLocale?: boolean | null | undefined;
  readonly isSilentPush?: boolean | null | undefined;
  readonly locale?: string | null | undefined;
  readonly mergeDataFeedContext?: boolean | null | undefined;
  readonly message?: string | null | undefined;
  readonly messageTypeId?: Int64 | null | undefined;
  readonly name?: string | null | undefined;
  readonly payload?: JsonObject | null | undefined;
  readonly relevanceScore?: number | null | undefined;
  readonly richMedia?: RichMediaURL | null | undefined;
  readonly sound?: string | null | undefined;
  readonly templateId: Int64;
  readonly title?: string | null | undefined;
  readonly updatedAt?: string | null | undefined;
  readonly wake?: boolean | null | undefined;
}

/** Body of `POST /api/templates/push/upsert`. */
export interface PushTemplateUpsertRequest {
  readonly badge?: string | undefined;
  readonly buttons?: readonly PushActionButton[] | undefined;
  readonly cacheDataFeed?: boolean | undefined;
  readonly clientTemplateId: string;
  readonly creatorUserId?: string | undefined;
  readonly dataFeedIds?: readonly Int64[] | undefined;
  readonly deeplink?: DeeplinkURI | undefined;
  readonly interruptionLevel?: 'passive' | 'active' | 'time-sensitive' | 'critical' | undefined;
  readonly isDefaultLocale?: boolean | undefined;
  readonly isSilentPush?: boolean | undefined;
  readonly locale?: string | undefined;
  readonly mergeDataFeedContext?: boolean | undefined;
  readonly message?: string | undefined;
  readonly messageTypeId?: Int64 | undefined;
  readonly name?: string | undefined;
  readonly payload?: DataFields | undefined;
  readonly relevanceScore?: number | undefined;
  readonly richMedia?: RichMediaURL | undefined;
  readonly sound?: string | undefined;
  readonly title?: string | undefined;
  readonly wake?: boolean | undefined;
}

/** Part of {@link PushTemplate}, {@link PushTemplateUpsertRequest}. */
export interface RichMediaURL {
  readonly android?: string | null | undefined;
  readonly ios?: string | null | undefined;
}

/** Body of `POST /api/templates/sms/update`. */
export interface SmsTemplate {
  readonly campaignDataFields?: JsonObject | null | undefined;
  readonly campaignId?: Int64 | null | undefined;
  readonly clientTemplateId?: string | null | undefined;
  readonly createdAt?: string | null | undefined;
  readonly googleAnalyticsCampaignName?: string | null | undefined;
  readonly imageUrl?: string | null | undefined;
  readonly isDefaultLocale?: boolean | null | undefined;
  readonly linkParams?: readonly NameValue[] | null | undefined;
  readonly locale?: string | null | undefined;
  readonly message?: string | null | undefined;
  readonly messageTypeId?: Int64 | null | undefined;
  readonly name?: string | null | undefined;
  readonly templateId: Int64;
  readonly trackingDomain?: string | null | undefined;
  readonly updatedAt?: string | null | undefined;
}

/** Body of `POST /api/templates/sms/upsert`. */
export interface SmsTemplateUpsertRequest {
  readonly clientTemplateId: string;
  readonly creatorUserId?: string | undefined;
  readonly googleAnalyticsCampaignName?: string | undefined;
  readonly imageUrl?: string | undefined;
  readonly isDefaultLocale?: boolean | undefined;
  readonly linkParams?: readonly NameValue[] | undefined;
  readonly locale?: string | undefined;
  readonly message?: string | undefined;
  readonly messageTypeId?: Int64 | undefined;
  readonly name?: string | undefined;
}

/** Body of `POST /api/templates/bulkDelete`. */
export interface TemplateBulkDeleteRequest {
  readonly ids: readonly Int64[];
}

/** Which templates could be deleted: HTTP 200 alone does not say. */
export interface TemplateBulkDeleteResponse {
  readonly failed?: readonly Int64[] | null;
  readonly failureReason?: string | null;
  readonly success?: readonly Int64[] | null;
}

/** Part of {@link EmailTemplate}, {@link TemplatesResponse}. */
export interface TemplateDetails {
  readonly campaignId?: Int64 | null | undefined;
  readonly clientTemplateId?: string | null | undefined;
  readonly createdAt: string;
  readonly creatorUserId: string;
  readonly messageTypeId: Int64;
  readonly name: string;
  readonly templateId: Int64;
  readonly updatedAt: string;
}

/** Part of {@link TemplatesByClientIdResponse}. */
export interface TemplateEntry {
  readonly campaignId?: Int64 | null;
  readonly locales?: readonly TemplateLocale[] | null;
  readonly templateId: Int64;
}

/** Part of {@link TemplateEntry}. */
export interface TemplateLocale {
  readonly displayLanguage: string;
  readonly languageTag: string;
}

/** Body of `POST /api/templates/email/preview`, `POST /api/templates/inapp/preview`. */
export interface TemplatePreviewRequest {
  readonly dataFeed?: DataFields | undefined;
  readonly dataFields?: DataFields | undefined;
  readonly fetchDataFeeds?: boolean | undefined;
}

/**
 * Body of `POST /api/templates/email/proof`, `POST /api/templates/inapp/proof`, `POST
 * /api/templates/push/proof`, `POST /api/templates/sms/proof`.
 */
export type TemplateProofRequest = ExactlyOne<'recipientEmail', 'recipientUserId'> & {
  readonly dataFields?: DataFields | undefined;
  readonly locale?: string | undefined;
  readonly templateId: Int64;
};

/** Reply of `GET /api/templates/getByClientTemplateId`. */
export interface TemplatesByClientIdResponse {
  readonly templates: readonly TemplateEntry[];
}

/** Reply of `GET /api/templates`. */
export interface TemplatesResponse {
  readonly nextPageUrl?: string | null;
  readonly previousPageUrl?: string | null;
  readonly templates: readonly TemplateDetails[];
  readonly totalTemplatesCount?: number | null;
}

/** Parameters of `GET /api/templates`. */
export interface TemplatesListQuery {
  readonly templateType?: 'Base' | 'Blast' | 'Triggered' | 'Workflow' | undefined;
  readonly messageMedium?: 'Email' | 'Push' | 'InApp' | 'SMS' | undefined;
  readonly startDateTime?: Date | string | undefined;
  readonly endDateTime?: Date | string | undefined;
  /** @default 1 */
  readonly page?: number | undefined;
  /** @default 20 */
  readonly pageSize?: number | undefined;
  /** @default 'id' */
  readonly sort?: string | undefined;
}

/** Parameters of `GET /api/templates/email/get`. */
export interface TemplatesGetEmailQuery {
  readonly templateId: Int64;
  readonly locale?: string | undefined;
}

/** Parameters of `POST /api/templates/email/preview`. */
export interface TemplatesPreviewEmailQuery {
  readonly templateId: Int64;
  readonly locale?: string | undefined;
}

/** Parameters of `GET /api/templates/embedded/get`. */
export interface TemplatesGetEmbeddedQuery {
  readonly templateId: Int64;
  readonly locale?: string | undefined;
}

/** Parameters of `GET /api/templates/getByClientTemplateId`. */
export interface TemplatesGetByClientTemplateIdQuery {
  readonly clientTemplateId: string;
}

/** Parameters of `GET /api/templates/inapp/get`. */
export interface TemplatesGetInAppQuery {
  readonly templateId: Int64;
  readonly locale?: string | undefined;
}

/** Parameters of `POST /api/templates/inapp/preview`. */
export interface TemplatesPreviewInAppQuery {
  readonly templateId: Int64;
  readonly locale?: string | undefined;
}

/** Parameters of `GET /api/templates/push/get`. */
export interface TemplatesGetPushQuery {
  readonly templateId: Int64;
  readonly locale?: string | undefined;
}

/** Parameters of `GET /api/templates/sms/get`. */
export interface TemplatesGetSmsQuery {
  readonly templateId: Int64;
  readonly locale?: string | undefined;
}

/** Templates. */
export interface TemplatesOperations {
  /**
   * A page of the project's templates. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  list(query?: TemplatesListQuery, options?: CallOptions): Promise<TemplatesResponse>;
  /**
   * All templates, page by page. 100 requests a second per project. May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  each(query?: TemplatesListQuery, options?: CallOptions): AsyncIterable<TemplateDetails>;
  /**
   * Deletes templates; the reply lists which could be and which could not. May be repeated.
   *
   * @throws {@link IterableError}
   */
  bulkDelete(
    body: TemplateBulkDeleteRequest,
    options?: CallOptions,
  ): Promise<TemplateBulkDeleteResponse>;
  /**
   * One e-mail template. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getEmail(query: TemplatesGetEmailQuery, options?: CallOptions): Promise<EmailTemplate>;
  /**
   * The HTML of an e-mail template, filled with data. 10 requests a second per project. May be
   * repeated.
   *
   * @throws {@link IterableError}
   */
  previewEmail(
    query: TemplatesPreviewEmailQuery,
    body?: TemplatePreviewRequest,
    options?: CallOptions,
  ): Promise<string>;
  /**
   * Sends a proof of an e-mail template to one user. 20 requests a second per API key. Repeated
   * after a 429 only.
   *
   * @throws {@link IterableError}
   */
  proofEmail(body: TemplateProofRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Changes an e-mail template. May be repeated.
   *
   * @throws {@link IterableError}
   */
  updateEmail(body: EmailTemplate, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Creates or updates e-mail templates, by the client's own id. May be repeated.
   *
   * @throws {@link IterableError}
   */
  upsertEmail(
    body: EmailTemplateUpsertRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * One embedded template. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getEmbedded(query: TemplatesGetEmbeddedQuery, options?: CallOptions): Promise<EmbeddedTemplate>;
  /**
   * Changes an embedded template. May be repeated.
   *
   * @throws {@link IterableError}
   */
  updateEmbedded(body: EmbeddedTemplate, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Creates or updates embedded templates, by the client's own id. May be repeated.
   *
   * @throws {@link IterableError}
   */
  upsertEmbedded(
    body: EmbeddedTemplateUpsertRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * The templates that have a client's own id. 100 requests a second per project. May be
   * repeated.
   *
   * @throws {@link IterableError}
   */
  getByClientTemplateId(
    query: TemplatesGetByClientTemplateIdQuery,
    options?: CallOptions,
  ): Promise<TemplatesByClientIdResponse>;
  /**
   * One in-app template. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getInApp(query: TemplatesGetInAppQuery, options?: CallOptions): Promise<InAppTemplate>;
  /**
   * The HTML of an in-app template, filled with data. 10 requests a second per project. May be
   * repeated.
   *
   * @throws {@link IterableError}
   */
  previewInApp(
    query: TemplatesPreviewInAppQuery,
    body?: TemplatePreviewRequest,
    options?: CallOptions,
  ): Promise<string>;
  /**
   * Sends a proof of an in-app template to one user. 20 requests a second per API key. Repeated
   * after a 429 only.
   *
   * @throws {@link IterableError}
   */
  proofInApp(body: TemplateProofRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Changes an in-app template. May be repeated.
   *
   * @throws {@link IterableError}
   */
  updateInApp(body: InAppTemplate, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Creates or updates in-app templates, by the client's own id. May be repeated.
   *
   * @throws {@link IterableError}
   */
  upsertInApp(
    body: InAppTemplateUpsertRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * One push template. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getPush(query: TemplatesGetPushQuery, options?: CallOptions): Promise<PushTemplate>;
  /**
   * Sends a proof of a push template to one user. 20 requests a second per API key. Repeated
   * after a 429 only.
   *
   * @throws {@link IterableError}
   */
  proofPush(body: TemplateProofRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Changes a push template. May be repeated.
   *
   * @throws {@link IterableError}
   */
  updatePush(body: PushTemplate, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Creates or updates push templates, by the client's own id. May be repeated.
   *
   * @throws {@link IterableError}
   */
  upsertPush(body: PushTemplateUpsertRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * One SMS template. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getSms(query: TemplatesGetSmsQuery, options?: CallOptions): Promise<SmsTemplate>;
  /**
   * Sends a proof of an SMS template to one user. 20 requests a second per API key. Repeated
   * after a 429 only.
   *
   * @throws {@link IterableError}
   */
  proofSms(body: TemplateProofRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Changes an SMS template. May be repeated.
   *
   * @throws {@link IterableError}
   */
  updateSms(body: SmsTemplate, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Creates or updates SMS templates, by the client's own id. May be repeated.
   *
   * @throws {@link IterableError}
   */
  upsertSms(body: SmsTemplateUpsertRequest, options?: CallOptions): Promise<IterableApiResponse>;
}
