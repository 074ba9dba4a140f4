// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import type { TriggerWorkflowRequest } from '../types/trigger-workflow.js';

/** Part of {@link JourneysResponse}. */
export interface JourneyDetails {
  /** Milliseconds since 1970. */
  readonly createdAt?: number | null;
  readonly creatorUserId?: string | null;
  readonly description?: string | null;
  readonly draft?: JourneyDraftDetails | null;
  readonly enabled?: boolean | null;
  readonly id?: Int64 | null;
  readonly isArchived?: boolean | null;
  readonly journeyType?: string | null;
  readonly lifetimeLimit?: number | null;
  readonly name?: string | null;
  readonly simultaneousLimit?: number | null;
  readonly startTileId?: Int64 | null;
  readonly triggerEventNames?: readonly string[] | null;
  /** Milliseconds since 1970. */
  readonly updatedAt?: number | null;
}

/** Part of {@link JourneyDetails}. */
export interface JourneyDraftDetails {
  readonly createdAt: number;
  readonly creatorUserId: string;
  readonly id: Int64;
  readonly name: string;
  readonly updatedAt: number;
}

/** Reply of `GET /api/journeys`. */
export interface JourneysResponse {
  readonly journeys: readonly JourneyDetails[];
  readonly nextPageUrl?: string | null;
  readonly previousPageUrl?: string | null;
  readonly totalJourneysCount: number;
}

/** Parameters of `GET /api/journeys`. */
export interface WorkflowsListJourneysQuery {
  readonly page?: number | undefined;
  readonly pageSize?: number | undefined;
  /** @default 'id' */
  readonly sort?: string | undefined;
  readonly state?: readonly string[] | undefined;
}

/** Journeys, which the API also calls workflows. */
export interface WorkflowsOperations {
  /**
   * A page of the project's journeys. May be repeated.
   *
   * @throws {@link IterableError}
   */
  listJourneys(
    query?: WorkflowsListJourneysQuery,
    options?: CallOptions,
  ): Promise<JourneysResponse>;
  /**
   * All journeys, page by page. May be repeated.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  eachJourney(
    query?: WorkflowsListJourneysQuery,
    options?: CallOptions,
  ): AsyncIterable<JourneyDetails>;
  /**
   * Starts a workflow for one user or a list. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  trigger(body: TriggerWorkflowRequest, options?: CallOptions): Promise<IterableApiResponse>;
}
