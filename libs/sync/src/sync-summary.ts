import type { RowCounts } from './account.js';
import type { RowRecord } from './outcome.js';
import type { GoneSummary } from './run/gone.js';
import type { DeliveryMode, Notice, StopReason } from './sync-event.js';

/** Why a run ended before its last row. */
export interface Stopped {
  readonly reason: StopReason;
  /** One line for people. */
  readonly detail: string;
  /** The error behind it, where there is one. */
  readonly error?: unknown;
}

/** What became of a run, exact about every row. */
export interface SyncSummary {
  /** Name of the sync. */
  readonly sync: string;
  /** Number of the run in its ledger, where there is one. */
  readonly run?: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly durationMs: number;
  /** How rows were sent; absent when none was. */
  readonly delivery?: DeliveryMode;
  readonly counts: RowCounts;
  /** Rows that have left the query; absent where the run could not tell, or was to ignore them. */
  readonly gone?: GoneSummary;
  /** What did not fail a row and should be known. */
  readonly notices: readonly Notice[];
  /** Failed and partly failed rows, as many as were to be kept. */
  readonly failures: readonly RowRecord[];
  /** Failed and partly failed rows beyond those. */
  readonly failuresOmitted: number;
  /** Absent when the run came to its last row. */
  readonly stopped?: Stopped;
}
