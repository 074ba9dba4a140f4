import type { CallOptions, IterableApiResponse } from '@org/iterable-client';
import { callFailure, isAuthenticationFailure, isUnsent } from './call-failure.js';
import type { MappedRow } from './map-row.js';
import { outcomeOf, type CallFailure, type CallResult, type RowRecord } from './outcome.js';
import type { SyncClient } from './sync-client.js';
import type { RowOperation, SyncListener } from './sync-event.js';

/** What delivering a row needs besides the row. */
export interface Delivery {
  readonly client: SyncClient;
  readonly emit: SyncListener;
  readonly signal: AbortSignal | undefined;
}

/** A delivered row's record, with the errors that its calls ended in. */
export interface DeliveredRow {
  readonly record: RowRecord;
  readonly errors: readonly unknown[];
}

/**
 * Sends a row: first its profile update, then its event. Both are sent even if the first fails,
 * except where Iterable refuses the credentials: the second would only be refused as well.
 */
export async function deliverRow(mapped: MappedRow, delivery: Delivery): Promise<DeliveredRow> {
  const { user, event } = mapped;
  const { client } = delivery;
  const userCall = user
    ? await attempt(mapped, 'users/update', delivery, (options) =>
        client.users.update(user, options),
      )
    : NO_CALL;
  const unsendable = isAuthenticationFailure(userCall.error)
    ? 'Iterable refused the credentials'
    : delivery.signal?.aborted && 'the run was ended';
  const eventCall = !event
    ? NO_CALL
    : unsendable
      ? { result: notSent(unsendable) }
      : await attempt(mapped, 'events/track', delivery, (options) =>
          client.events.track(event, options),
        );
  return {
    record: recordOf(mapped, userCall.result, eventCall.result),
    errors: [userCall.error, eventCall.error].filter((error) => error !== undefined),
  };
}

/** The record of a row that was refused before anything was sent. */
export function refusedRow(mapped: MappedRow, failure: CallFailure): RowRecord {
  const result = (due: boolean): CallResult => (due ? { status: 'failed', ...failure } : NONE);
  return recordOf(mapped, result(mapped.due.user), result(mapped.due.event));
}

/** The record of a row whose turn never came. */
export function unattemptedRow(mapped: MappedRow, reason: string): RowRecord {
  const result = (due: boolean): CallResult => (due ? notSent(reason) : NONE);
  return recordOf(mapped, result(mapped.due.user), result(mapped.due.event));
}

const NONE: CallResult = { status: 'none' };
const NO_CALL: Call = { result: NONE };

interface Call {
  readonly result: CallResult;
  readonly error?: unknown;
}

async function attempt(
  { row }: MappedRow,
  operation: RowOperation,
  { emit, signal }: Delivery,
  call: (options: CallOptions) => Promise<IterableApiResponse>,
): Promise<Call> {
  let attempts = 0;
  const options: CallOptions = {
    ...(signal && { signal }),
    hooks: {
      onAttempt: ({ attempt, maxAttempts }) => {
        attempts = attempt;
        emit({ type: 'attempt', row, operation, attempt, maxAttempts });
      },
      onRetry: ({ attempt, maxAttempts, cause, delayMs }) => {
        emit({ type: 'retry', row, operation, attempt, maxAttempts, cause, delayMs });
      },
    },
  };
  try {
    const { code } = await call(options);
    emit({ type: 'call-delivered', row, operation, code });
    return { result: { status: 'delivered', attempts } };
  } catch (error) {
    if (isUnsent(error)) return { result: notSent(error.message), error };
    const failure = callFailure(error);
    emit({ type: 'call-failed', row, operation, failure });
    return { result: { status: 'failed', ...failure }, error };
  }
}

function notSent(reason: string): CallResult {
  return { status: 'not-sent', reason };
}

function recordOf(mapped: MappedRow, user: CallResult, event: CallResult): RowRecord {
  const { row, key, identifier } = mapped;
  return {
    row,
    ...(key !== undefined && { key }),
    ...(identifier !== undefined && { identifier }),
    outcome: outcomeOf(user, event),
    user,
    event,
  };
}
