/** By how much a batch may have more rows than the last one: their size is a guess. */
const GROWTH = 8;

/** So many times as long as the rows last: the server is far away, and not merely at work. */
const LONG = 2;

/** Rows of the first batch, and of those that follow while nobody waits for them. */
export const FEW_ROWS = 64;

/** What is known of a batch. */
export interface BatchMeasure {
  readonly rows: number;
  readonly bytes: number;
  /** How long the consumer had nothing to do but wait for it. */
  readonly waitedMs: number;
  /** How long the consumer was busy with the one before; `Infinity` where there was none. */
  readonly usedMs: number;
}

/**
 * How many rows to ask for: about as many bytes as wanted, and no more rows than it takes to keep
 * the consumer busy for a good part of the time in which the server answers. Rows in waiting are what
 * makes V8 enlarge its young generation, for good.
 *
 * @param asked how many rows the last batch was asked for
 * @param got what it had
 */
export function nextBatchSize(
  asked: number,
  got: BatchMeasure,
  limits: { readonly batchSize: number; readonly batchBytes: number },
): number {
  const fitting = Math.floor((limits.batchBytes * got.rows) / Math.max(1, got.bytes));
  const wanted = Math.max(FEW_ROWS, Math.ceil(asked * factor(got)));
  return Math.max(1, Math.min(fitting, wanted, asked * GROWTH, limits.batchSize));
}

function factor({ waitedMs, usedMs }: BatchMeasure): number {
  if (waitedMs > LONG * usedMs) return 2;
  return waitedMs < usedMs ? 1 / 2 : 1;
}
