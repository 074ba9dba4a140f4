/** What became of one call of one row. */
export type CallResult =
  /** Iterable said that it was done. */
  | { readonly status: 'delivered'; readonly attempts: number }
  /** Iterable refused it, or no attempt brought a reply that proves success. */
  | ({ readonly status: 'failed' } & CallFailure)
  /** The ledger says that it was delivered before, just as it is. */
  | { readonly status: 'unchanged' }
  /** It was due, and was never sent: the run stopped, or the row was refused before. */
  | { readonly status: 'not-sent'; readonly reason: string }
  /** The run was asked for other rows. */
  | { readonly status: 'skipped'; readonly reason: string }
  /** The sync makes no such call for this row. */
  | { readonly status: 'none' };

/** Why a call failed. */
export interface CallFailure {
  /** A sentence for people. */
  readonly reason: string;
  /** A stable code: this library's, the client's, or where Iterable gave one, Iterable's. */
  readonly code: string;
  /** HTTP status of the last reply, where there was one. */
  readonly httpStatus?: number;
  /** Iterable's id of the request, where the reply had one. */
  readonly requestId?: string;
  /** How often the call was attempted; 0 when the row was refused before sending. */
  readonly attempts: number;
  /** Whether the same call may succeed another time. */
  readonly retryable: boolean;
  /** Whether Iterable may have done the work although no reply said so. */
  readonly mayHaveArrived: boolean;
}

/**
 * Outcome of a row.
 * - `delivered`: every call that was due succeeded
 * - `partial`: one of its two calls failed
 * - `failed`: no call succeeded
 * - `unchanged`: equal to what was delivered before, so nothing was sent
 * - `skipped`: the sync has nothing to send for it, or the run was asked for other rows
 * - `notAttempted`: the run stopped before its turn
 */
export type RowOutcome =
  'delivered' | 'partial' | 'failed' | 'unchanged' | 'skipped' | 'notAttempted';

/** The record of one row: the unit of the accounting. */
export interface RowRecord {
  /** Place of the row in the query's result, from 1. */
  readonly row: number;
  /** The row's key; absent only where the sync's `key` function failed. */
  readonly key?: string;
  /** The email or user id that the row is about, where it is known. */
  readonly identifier?: string;
  readonly outcome: RowOutcome;
  readonly user: CallResult;
  readonly event: CallResult;
}

/** The outcome that two call results add up to. */
export function outcomeOf(user: CallResult, event: CallResult): RowOutcome {
  const due = [user, event].filter(({ status }) => status !== 'none' && status !== 'skipped');
  if (due.length === 0) return 'skipped';
  const now = due.filter(({ status }) => status !== 'unchanged');
  if (now.length === 0) return 'unchanged';
  if (now.every(({ status }) => status === 'not-sent')) return 'notAttempted';
  const good = due.filter(({ status }) => status === 'delivered' || status === 'unchanged').length;
  if (good === due.length) return 'delivered';
  return good > 0 ? 'partial' : 'failed';
}
