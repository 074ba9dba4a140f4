import type { RetryCause } from '../retry/retry-cause.js';

/** Figures of one operation. */
export interface OperationStatistics {
  /** Calls begun; those still under way are neither succeeded nor failed. */
  readonly calls: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Requests sent. */
  readonly attempts: number;
  /** Retries by their cause. `401` is a renewed token. */
  readonly retries: Readonly<Partial<Record<RetryCause, number>>>;
  /** Milliseconds of waits before retries. */
  readonly waitMs: number;
  /** Milliseconds that calls waited for the rate limit, added up over all of them. */
  readonly rateLimitWaitMs: number;
  /** How long requests took, from sending them to the end of the reply or to giving up. */
  readonly latencyMs: LatencyPercentiles;
}

/** Milliseconds within which this share of the requests was over; 0 where there was none. */
export interface LatencyPercentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Figures by the operation's name, such as `users/update`. */
export type ClientStatistics = Readonly<Record<string, OperationStatistics>>;
