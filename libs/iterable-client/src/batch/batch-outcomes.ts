import type { BatchOutcome } from './batch-outcome.js';
import type { BatchStatistics } from './batch-statistics.js';

/**
 * What became of many records: one outcome for each, in the order of the source, each exactly once.
 * Nothing is read or sent before the first is asked for, and it can be iterated once. Leaving the
 * loop ends the run: what is under way is given up, and the source is told.
 *
 * It throws what the source throws, after the outcomes of all records that were read; and an
 * {@link IterableAbortError} after an abort, in the same way. A run that stops by itself, because no
 * request can succeed, does not throw: all further records fail with `stopped`.
 */
export interface BatchOutcomes<Entry = unknown> extends AsyncIterable<BatchOutcome<Entry>> {
  /** Begins the run. */
  [Symbol.asyncIterator](): AsyncGenerator<BatchOutcome<Entry>, void, undefined>;
  /** A snapshot of the run's figures. It does not change any more. */
  statistics(): BatchStatistics;
}
