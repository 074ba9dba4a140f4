import { IterableAbortError } from '../errors/iterable-abort-error.js';
import type { Operation } from '../operations/operation.js';
import type { BatchStatistics } from './batch-statistics.js';

/** The error that ends a run after its signal was aborted. */
export function runAbortError(
  { name }: Operation,
  { calls, unknown }: BatchStatistics,
  reason: unknown,
): IterableAbortError {
  return new IterableAbortError(
    `${name}: the run was aborted by its signal. Each record that was read has its outcome; ` +
      'the source may have more.',
    {
      operation: name,
      attempts: calls,
      retryable: false,
      effect: unknown > 0 ? 'unknown' : 'none',
    },
    reason,
  );
}
