import type { BatchOptions } from '@org/iterable-client';
import type { RowOperation } from '../sync-event.js';
import { callFailure } from './call-failure.js';
import type { DeliveryContext } from './delivery-context.js';

/** The options of a batch of a run: its requests are told as they happen. */
export function batchOptions(
  operation: RowOperation,
  { emit, signal, strictFields, batchSize }: DeliveryContext,
): BatchOptions {
  return {
    signal,
    strictFields,
    maxBatchSize: batchSize,
    hooks: {
      onAttempt: ({ attempt, maxAttempts }) =>
        emit({ type: 'attempt', operation, attempt, maxAttempts }),
      onRetry: ({ attempt, maxAttempts, cause, delayMs }) =>
        emit({ type: 'retry', operation, attempt, maxAttempts, cause, delayMs }),
      onSuccess: ({ summary }) => emit({ type: 'call-delivered', operation, code: summary }),
      onFailure: ({ error }) =>
        emit({ type: 'call-failed', operation, failure: callFailure(error) }),
    },
  };
}
