/** Figures of one run. Each outcome is counted when it is settled, which is before it is taken. */
export interface BatchStatistics {
  /** Records read from the source. */
  readonly records: number;
  readonly delivered: number;
  readonly failed: number;
  readonly unknown: number;
  /** Calls made; the client's retries within them are in its own statistics. */
  readonly calls: number;
  /** Calls with records that had not been sent before. */
  readonly batches: number;
  /** Calls with a part of a batch that was refused, too large or too slow. */
  readonly splits: number;
  /** Calls that found out what an earlier reply left open. */
  readonly resends: number;
}

/** Counts what a run does. */
export type BatchCounts = { -readonly [Name in keyof BatchStatistics]: number };

/** Counts that are all zero. */
export const batchCounts = (): BatchCounts => ({
  records: 0,
  delivered: 0,
  failed: 0,
  unknown: 0,
  calls: 0,
  batches: 0,
  splits: 0,
  resends: 0,
});
