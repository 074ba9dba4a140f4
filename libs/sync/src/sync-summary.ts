import type { RowCounts } from './account.js';
import type { RowRecord } from './outcome.js';
import type { StopReason } from './sync-event.js';

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
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly durationMs: number;
  readonly counts: RowCounts;
  /** Failed and partly failed rows, as many as were to be kept. */
  readonly failures: readonly RowRecord[];
  /** Failed and partly failed rows beyond those. */
  readonly failuresOmitted: number;
  /** Absent when the run came to its last row. */
  readonly stopped?: Stopped;
}
