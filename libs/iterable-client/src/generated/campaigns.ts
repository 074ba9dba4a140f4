// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { DataFields } from '../types/data-fields.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';

/** Body of `POST /api/campaigns/archive`. */
export interface ArchiveCampaignsRequest {
  readonly campaignIds: readonly Int64[];
}

/** Which campaigns could be archived: HTTP 200 alone does not say. */
export interface ArchiveCampaignsResponse {
  readonly failed?: readonly Int64[] | null;
  readonly success?: readonly Int64[] | null;
}

/** Reply of `GET /api/campaigns/{id}`. */
export interface CampaignDetails {
  readonly campaignState:
    | 'Draft'
    | 'Ready'
    | 'Scheduled'
    | 'Running'
    | 'Finished'
    | 'Starting'
    | 'Aborted'
    | 'Recurring'
    | 'Archived'
    | (string & {});
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly createdByUserId: string;
  /** Milliseconds since 1970. */
  readonly endedAt?: number | null;
  readonly id: Int64;
  readonly labels?: readonly string[] | null;
  readonly listIds?: readonly Int64[] | null;
  readonly messageMedium: string;
  readonly name: string;
  readonly recurringCampaignId?: Int64 | null;
  readonly sendSize?: number | null;
  /** Milliseconds since 1970. */
  readonly startAt?: number | null;
  readonly suppressionListIds?: readonly Int64[] | null;
  readonly templateId?: Int64 | null;
  readonly type: 'Blast' | 'Triggered' | (string & {});
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly updatedByUserId?: string | null;
  readonly workflowId?: Int64 | null;
}

/**
 * Body of `POST /api/campaigns/abort`, `POST /api/campaigns/activateTriggered`, `POST
 * /api/campaigns/cancel`, `POST /api/campaigns/deactivateTriggered`.
 */
export interface CampaignIdRequest {
  readonly campaignId: Int64;
}

/** Reply of `GET /api/campaigns`, `GET /api/campaigns/recurring/{id}/childCampaigns`. */
export interface CampaignsResponse {
  readonly campaigns: readonly CampaignDetails[];
  readonly nextPageUrl?: string | null;
  readonly previousPageUrl?: string | null;
  readonly totalCampaignsCount?: number | null;
}

/** Body of `POST /api/campaigns/create`. */
export interface CreateCampaignRequest {
  readonly campaignDataFields?: DataFields | undefined;
  readonly dataFields?: DataFields | undefined;
  readonly defaultTimeZone?: string | undefined;
  readonly listIds: readonly Int64[];
  readonly name: string;
  readonly scheduleSend?: boolean | undefined;
  readonly sendAt?: string | undefined;
  readonly sendMode?: 'ProjectTimeZone' | 'RecipientTimeZone' | undefined;
  readonly startTimeZone?: string | undefined;
  readonly suppressionListIds?: readonly Int64[] | undefined;
  readonly templateId: Int64;
}

/** Reply of `POST /api/campaigns/create`. */
export interface CreateCampaignResponse {
  readonly campaignId: Int64;
}

/** Part of {@link ScheduleCampaignRequest}. */
export interface RecipientTimeZoneRequest {
  readonly defaultTimeZone: string;
  readonly startTimeZone: string;
}

/** Body of `POST /api/campaigns/{campaignId}/schedule`. */
export interface ScheduleCampaignRequest {
  readonly recipientTimeZone?: RecipientTimeZoneRequest | undefined;
  readonly sendAt: string;
}

/** Body of `POST /api/campaigns/trigger`. */
export interface TriggerCampaignRequest {
  readonly allowRepeatMarketingSends?: boolean | undefined;
  readonly campaignId: Int64;
  readonly dataFields?: DataFields | undefined;
  readonly listIds: readonly Int64[];
  readonly suppressionListIds?: readonly Int64[] | undefined;
}

/** Parameters of `GET /api/campaigns`. */
export interface CampaignsListQuery {
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  /** @default 'id' */
  readonly sort?: string | undefined;
  readonly campaignState?: readonly string[] | undefined;
}

/** Parameters of `GET /api/campaigns/metrics`. */
export interface CampaignsGetMetricsQuery {
  readonly campaignId: readonly Int64[];
  readonly startDateTime?: Date | string | undefined;
  readonly endDateTime?: Date | string | undefined;
}

/** Parameters of `GET /api/campaigns/recurring/{id}/childCampaigns`. */
export interface CampaignsListChildrenQuery {
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  /** @default 'id' */
  readonly sort?: string | undefined;
  readonly campaignState?: readonly string[] | undefined;
}

/** Campaigns: read, create, send, stop. */
export interface CampaignsOperations {
  /**
   * A page of the project's campaigns. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  list(query?: CampaignsListQuery, options?: CallOptions): Promise<CampaignsResponse>;
  /**
   * All campaigns, page by page. 100 requests a second per project. May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  each(query?: CampaignsListQuery, options?: CallOptions): AsyncIterable<CampaignDetails>;
  /**
   * Stops a campaign that is being sent. May be repeated.
   *
   * @throws {@link IterableError}
   */
  abort(body: CampaignIdRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Switches a triggered campaign on. May be repeated.
   *
   * @throws {@link IterableError}
   */
  activateTriggered(body: CampaignIdRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Archives campaigns; the reply lists which could be and which could not. 5 requests a second
   * per API key. May be repeated.
   *
   * @throws {@link IterableError}
   */
  archive(body: ArchiveCampaignsRequest, options?: CallOptions): Promise<ArchiveCampaignsResponse>;
  /**
   * Cancels a scheduled campaign. May be repeated.
   *
   * @throws {@link IterableError}
   */
  cancel(body: CampaignIdRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Creates a blast campaign from a template. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  create(body: CreateCampaignRequest, options?: CallOptions): Promise<CreateCampaignResponse>;
  /**
   * Switches a triggered campaign off. May be repeated.
   *
   * @throws {@link IterableError}
   */
  deactivateTriggered(body: CampaignIdRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * The figures of campaigns, as CSV text. 10 requests a minute per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getMetrics(query: CampaignsGetMetricsQuery, options?: CallOptions): Promise<string>;
  /**
   * A page of the campaigns that a recurring campaign has made. 100 requests a second per
   * project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  listChildren(
    id: Int64,
    query?: CampaignsListChildrenQuery,
    options?: CallOptions,
  ): Promise<CampaignsResponse>;
  /**
   * All campaigns that a recurring campaign has made, page by page. 100 requests a second per
   * project. May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  eachChild(
    id: Int64,
    query?: CampaignsListChildrenQuery,
    options?: CallOptions,
  ): AsyncIterable<CampaignDetails>;
  /**
   * Sends a campaign to lists now. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  trigger(body: TriggerCampaignRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Schedules a campaign. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  schedule(
    campaignId: Int64,
    body: ScheduleCampaignRequest,
    options?: CallOptions,
  ): Promise<IterableApiResponse>;
  /**
   * Sends a campaign now. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  send(campaignId: Int64, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * One campaign. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  get(id: Int64, options?: CallOptions): Promise<CampaignDetails>;
}
