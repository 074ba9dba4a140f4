import { createHistogram } from 'node:perf_hooks';
import type { LatencyPercentiles } from '../types/statistics.js';

/** In microseconds. Longer ones count as an hour. */
const AN_HOUR = 3_600_000_000;

/** How long the requests of one operation took, in a histogram of fixed size. */
export class Latency {
  readonly #microseconds = createHistogram({ highest: AN_HOUR, figures: 2 });

  /** Starts the clock of a request; what it gives stops it. */
  start(): () => void {
    const startedAt = performance.now();
    return () => {
      const microseconds = Math.round((performance.now() - startedAt) * 1000);
      // The least that a histogram holds is 1.
      this.#microseconds.record(Math.min(AN_HOUR, Math.max(1, microseconds)));
    };
  }

  percentiles(): LatencyPercentiles {
    const at = (share: number): number =>
      this.#microseconds.count === 0 ? 0 : this.#microseconds.percentile(share) / 1000;
    return Object.freeze({ p50: at(50), p95: at(95), p99: at(99) });
  }
}
