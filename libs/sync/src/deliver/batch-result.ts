import { IterableApiError, IterableError, type BatchOutcome } from '@org/iterable-client';
import type { CallResult } from '../outcome.js';

/** What a record's outcome means for its row. */
export function batchResult(outcome: BatchOutcome): CallResult {
  if (outcome.status === 'delivered') return { status: 'delivered', attempts: 1 };
  const { code, reason } = outcome;
  if (outcome.status === 'unknown') {
    const told = { reason, code, attempts: 1, retryable: true, mayHaveArrived: true };
    return { status: 'failed', ...told };
  }
  const { error, mayHaveArrived, retryable, iterableCode, stopped } = outcome;
  const answered = error instanceof IterableApiError ? error : undefined;
  // The run has ended: what surely did not arrive has no fault of its own.
  if ((code === 'ABORTED' || stopped) && !mayHaveArrived) return { status: 'not-sent', reason };
  return {
    status: 'failed',
    reason,
    code: iterableCode ?? code,
    ...(answered && { httpStatus: answered.status }),
    ...(answered?.requestId !== undefined && { requestId: answered.requestId }),
    attempts: error instanceof IterableError ? error.attempts : code in NEVER_SENT ? 0 : 1,
    retryable,
    mayHaveArrived,
  };
}

/** Failures of records that were found before a request was made. */
const NEVER_SENT: Readonly<Record<string, true>> = { INVALID_INPUT: true, TOO_LARGE: true };
