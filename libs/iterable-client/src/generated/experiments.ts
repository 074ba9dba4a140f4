// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { Int64 } from '../types/int64.js';

/** Parameters of `GET /api/experiments/metrics`. */
export interface ExperimentsGetMetricsQuery {
  readonly experimentId?: readonly Int64[] | undefined;
  readonly campaignId?: readonly Int64[] | undefined;
  readonly startDateTime?: Date | string | undefined;
  readonly endDateTime?: Date | string | undefined;
}

/** Experiments. */
export interface ExperimentsOperations {
  /**
   * The figures of experiments, as CSV text. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getMetrics(query?: ExperimentsGetMetricsQuery, options?: CallOptions): Promise<string>;
}
