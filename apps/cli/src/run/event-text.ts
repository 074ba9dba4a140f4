import type { CallResult, RowRecord, SyncEvent } from '@org/sync';
import { counted } from '../screen/counted.js';

type EventOf<Type extends SyncEvent['type']> = Extract<SyncEvent, { type: Type }>;

/** What a retry says, on the console as in the log. */
export function retryText(event: EventOf<'retry'>): string {
  const { operation, cause, delayMs, attempt, maxAttempts } = event;
  const trouble = /^\d+$/.test(cause) ? `error ${cause}` : cause;
  const seconds = (delayMs / 1000).toFixed(2);
  const attempts = `(attempt ${String(attempt)}/${String(maxAttempts)})`;
  return `Retryable ${trouble} from ${operation}. Retrying in ${seconds}s ${attempts}`;
}

/** What a wait for new users says. */
export function waitingText({ rows, delayMs }: EventOf<'waiting'>): string {
  const seconds = String(Math.ceil(delayMs / 1000));
  return `Waiting ${seconds} s until Iterable knows the new users of ${String(rows)} events`;
}

/** What a failed call says: one that ends with its first attempt looks as if a retry were missing. */
export function failureText({ operation, failure }: EventOf<'call-failed'>): string {
  const final = failure.retryable || failure.attempts > 1 ? '' : ' It is not retried.';
  return `${operation} call failed: ${plain(operation, failure.reason)}${final}`;
}

/** Who a row is about, or where it stands when that is not known. */
export function rowName({
  row,
  identifier,
}: {
  readonly row: number;
  readonly identifier?: string;
}): string {
  return identifier ?? `record ${String(row)}`;
}

/** Why a row was not wholly delivered, call by call. */
export function rowReasons({ user, event }: RowRecord): string[] {
  const reason = (operation: string, call: CallResult): string[] => {
    if (call.status === 'failed') return [`${operation}: ${plain(operation, call.reason)}`];
    const left = call.status === 'not-sent' || call.status === 'skipped';
    return left ? [`${operation}: not sent, ${call.reason}`] : [];
  };
  return [...reason('users/update', user), ...reason('events/track', event)];
}

/** The whole record of a row in a line: with it a failure can be looked up and sent again. */
export function recordText(record: RowRecord): string {
  const { row, key, outcome } = record;
  const keyed = key === undefined ? '' : `, key ${key}`;
  const head = `Record ${String(row)}${keyed}: ${outcome}: ${rowName(record)}`;
  return [head, ...callTexts(record)].join('; ');
}

function callTexts({ user, event }: RowRecord): string[] {
  const text = (operation: string, call: CallResult): string[] => {
    if (call.status === 'not-sent' || call.status === 'skipped')
      return [`${operation}: not sent, ${call.reason}`];
    if (call.status !== 'failed') return [];
    const facts = [
      `code ${call.code}`,
      call.httpStatus !== undefined && `HTTP ${String(call.httpStatus)}`,
      call.requestId !== undefined && `request ${call.requestId}`,
      counted(call.attempts, 'attempt'),
      call.retryable && 'retryable',
      call.mayHaveArrived && 'may have arrived',
    ].filter((fact) => fact !== false);
    return [`${operation}: ${plain(operation, call.reason)} (${facts.join(', ')})`];
  };
  return [...text('users/update', user), ...text('events/track', event)];
}

/** A reason where its operation has been told: the client's begin with it. */
function plain(operation: string, reason: string): string {
  const told = `${operation} failed: `;
  return reason.startsWith(told) ? reason.slice(told.length) : reason;
}
