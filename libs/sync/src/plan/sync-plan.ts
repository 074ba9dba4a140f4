import type { DeliveryMode, Notice } from '../sync-event.js';
import type { Stopped } from '../sync-summary.js';

/** Rows by what a run would do with them. They add up to `rows`. */
export interface PlanCounts {
  /** Rows that the query returns. */
  readonly rows: number;
  /** Nothing is known of them, or they had left the query. */
  readonly new: number;
  /** They differ from what was sent last. */
  readonly changed: number;
  /** They are the same, and were not wholly delivered. */
  readonly retry: number;
  /** They are the same and were delivered, and all rows are asked for. */
  readonly repeat: number;
  /** They are delivered as they are. */
  readonly unchanged: number;
  /** They can't be sent. */
  readonly refused: number;
  /** The sync has nothing to send for them, or the run is asked for other rows. */
  readonly skipped: number;
}

/** Calls that a run would make of one operation, if nothing fails. */
export interface PlannedCalls {
  /** Such as `users/bulkUpdate`. */
  readonly operation: string;
  readonly calls: number;
  /** What Iterable documents, in calls a second. */
  readonly callsPerSecond: number;
}

/** A row that a run could not send, wholly or in part. */
export interface RefusedRow {
  readonly row: number;
  readonly key?: string;
  readonly part: 'user' | 'event';
  readonly code: string;
  readonly reason: string;
}

/** What a run would do. */
export interface SyncPlan {
  /** Name of the sync. */
  readonly sync: string;
  readonly counts: PlanCounts;
  /** How often each field has changed in changed rows, such as `user.dataFields.plan`. */
  readonly changedFields: Readonly<Record<string, number>>;
  /** Rows that the ledger knows and the query does not return any more; absent without a ledger. */
  readonly gone?: number;
  readonly delivery: DeliveryMode;
  /** Why they are sent so, for people. */
  readonly deliveryReason: string;
  readonly calls: readonly PlannedCalls[];
  /** The least time that these calls take at the documented limits, in seconds. */
  readonly seconds: number;
  /** Parts of rows that can't be sent, those of the first rows; 100 of them. */
  readonly refused: readonly RefusedRow[];
  /** In how many rows a part can't be sent, by code, the commonest first. */
  readonly refusedCodes: Readonly<Record<string, number>>;
  /** Rows of which one part can't be sent and the other can; they are among the other counts. */
  readonly partlyRefused: number;
  /** How a run would end before its last row, as far as the rows alone tell. */
  readonly stopped?: Pick<Stopped, 'reason' | 'detail'>;
  readonly notices: readonly Notice[];
}
