import type { RetryCause } from '../retry/retry-cause.js';
import { Latency } from './latency.js';
import type { ClientStatistics, OperationStatistics } from '../types/statistics.js';

type Counts = {
  -readonly [Name in keyof Omit<OperationStatistics, 'retries' | 'latencyMs'>]: number;
} & { readonly retries: Map<RetryCause, number>; readonly latency: Latency };

/** Counts what the calls of one client did. */
export class StatisticsRecorder {
  readonly #operations = new Map<string, Counts>();

  /** The counts of an operation, to be added to. */
  of(operation: string): Counts {
    let counts = this.#operations.get(operation);
    if (counts === undefined) {
      const figures = { calls: 0, succeeded: 0, failed: 0, attempts: 0 };
      const waits = { waitMs: 0, rateLimitWaitMs: 0 };
      counts = { ...figures, ...waits, retries: new Map(), latency: new Latency() };
      this.#operations.set(operation, counts);
    }
    return counts;
  }

  /** The counts as they are now; later calls do not change them. */
  snapshot(): ClientStatistics {
    const entries = [...this.#operations].map(([name, { retries, latency, ...counts }]) => [
      name,
      Object.freeze({
        ...counts,
        retries: Object.freeze(Object.fromEntries(retries)),
        latencyMs: latency.percentiles(),
      }),
    ]);
    return Object.freeze(Object.fromEntries(entries) as ClientStatistics);
  }
}

/** Counts a retry. */
export function countRetry(counts: Counts, cause: RetryCause, delayMs: number): void {
  counts.retries.set(cause, (counts.retries.get(cause) ?? 0) + 1);
  counts.waitMs += delayMs;
}

export type { Counts };
