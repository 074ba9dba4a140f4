import type { CallOptions, IterableApiResponse } from '@org/iterable-client';
import type { ComparedRow } from '../compare/compared-row.js';
import type { CallResult } from '../outcome.js';
import type { RowOperation } from '../sync-event.js';
import { callFailure, isAuthenticationFailure, isUnsent } from './call-failure.js';
import type { DeliveryContext } from './delivery-context.js';
import { unsentResult } from './results.js';

/** What became of a row's calls, with the errors that they ended in. */
export interface DeliveredRow {
  readonly user: CallResult;
  readonly event: CallResult;
  readonly errors: readonly unknown[];
}

/**
 * Sends a row with calls of its own: first its profile update, then its event. Both are sent even if
 * the first fails, except where Iterable refuses the credentials: the second would be refused as well.
 */
export async function deliverRow(row: ComparedRow, run: DeliveryContext): Promise<DeliveredRow> {
  const user = row.send.user ? await updateUser(row, run) : unsent(row, 'user');
  const unsendable = isAuthenticationFailure(user.error)
    ? 'Iterable refused the credentials'
    : run.signal.aborted && 'the run was ended';
  const event = !row.send.event
    ? unsent(row, 'event')
    : unsendable
      ? { result: notSent(unsendable) }
      : await trackEvent(row, run);
  return {
    user: user.result,
    event: event.result,
    errors: [user.error, event.error].filter((error) => error !== undefined),
  };
}

function updateUser(row: ComparedRow, run: DeliveryContext): Promise<Call> {
  const { client, createNewFields } = run;
  const { user } = row.mapped;
  return attempt(row, 'users/update', run, (options) =>
    client.users.update(
      {
        ...(user as NonNullable<typeof user>),
        ...(createNewFields !== undefined && { createNewFields }),
      },
      options,
    ),
  );
}

/** Sends the event of a row. */
function trackEvent(row: ComparedRow, run: DeliveryContext): Promise<Call> {
  const { event } = row.mapped;
  return attempt(row, 'events/track', run, (options) =>
    run.client.events.track(event as NonNullable<typeof event>, options),
  );
}

interface Call {
  readonly result: CallResult;
  readonly error?: unknown;
}

const unsent = (row: ComparedRow, part: 'user' | 'event'): Call => ({
  result: unsentResult(row, part),
});

const notSent = (reason: string): CallResult => ({ status: 'not-sent', reason });

async function attempt(
  { mapped: { row } }: ComparedRow,
  operation: RowOperation,
  { emit, signal }: DeliveryContext,
  call: (options: CallOptions) => Promise<IterableApiResponse>,
): Promise<Call> {
  let attempts = 0;
  const options: CallOptions = {
    signal,
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
