/** By how much a batch may have more rows than the last one: their size is a guess. */
const GROWTH = 8;

/**
 * How many rows to ask for, so that they have about as many bytes as wanted.
 *
 * @param asked how many rows the last batch was asked for
 * @param got what it had
 */
export function nextBatchSize(
  asked: number,
  got: { readonly rows: number; readonly bytes: number },
  limits: { readonly batchSize: number; readonly batchBytes: number },
): number {
  const fitting = Math.floor((limits.batchBytes * got.rows) / Math.max(1, got.bytes));
  return Math.max(1, Math.min(fitting, asked * GROWTH, limits.batchSize));
}
