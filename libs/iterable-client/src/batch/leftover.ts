import type { BatchItem } from './batch-item.js';
import type { FailureFacts, Settlement } from './settlement.js';

/** Why nothing more is sent. */
export type Halt =
  { readonly code: 'ABORTED' } | { readonly code: 'STOPPED'; readonly facts: FailureFacts };

/** The outcome of a record that is not sent, or not sent again, because the run has ended. */
export function leftover(
  { mayHaveArrived }: Pick<BatchItem, 'mayHaveArrived'>,
  halt: Halt,
): Settlement {
  if (mayHaveArrived) {
    return {
      status: 'unknown',
      code: halt.code,
      reason:
        halt.code === 'ABORTED'
          ? 'The record was sent, and the run was aborted before a reply proved what became of it.'
          : `The record was sent, and the run stopped before it was known what became of it: ${halt.facts.reason}`,
    };
  }
  if (halt.code === 'ABORTED') {
    return {
      status: 'failed',
      code: 'ABORTED',
      reason: 'Not attempted: the run was aborted.',
      retryable: true,
      mayHaveArrived: false,
    };
  }
  return {
    status: 'failed',
    ...halt.facts,
    reason: `Not attempted: the run has stopped. ${halt.facts.reason}`,
    retryable: true,
    stopped: true,
    mayHaveArrived: false,
  };
}
