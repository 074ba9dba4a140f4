import type { CallFailure, RowRecord } from './outcome.js';

/** The calls that a row may need. */
export type RowOperation = 'users/update' | 'events/track';

/** Why a run ended before its last row. */
export type StopReason =
  /** Iterable refuses the credentials: HTTP 401 or 403. */
  | 'authentication'
  /** Iterable does not answer, or answers with server errors only. */
  | 'unreachable'
  /** The caller's signal. */
  | 'interrupted'
  /** The source of the rows failed. */
  | 'source';

/** What happens in a run, as it happens. `row` is the row's place in the query's result, from 1. */
export type SyncEvent =
  | { readonly type: 'row-started'; readonly row: number; readonly identifier?: string }
  | {
      readonly type: 'attempt';
      readonly row: number;
      readonly operation: RowOperation;
      readonly attempt: number;
      readonly maxAttempts: number;
    }
  | {
      readonly type: 'retry';
      readonly row: number;
      readonly operation: RowOperation;
      readonly attempt: number;
      readonly maxAttempts: number;
      /** What made the attempt fail, such as `503`, `timeout` or `network`. */
      readonly cause: string;
      /** Wait before the next attempt, in milliseconds. */
      readonly delayMs: number;
    }
  | {
      readonly type: 'call-delivered';
      readonly row: number;
      readonly operation: RowOperation;
      /** Iterable's code: `Success`. */
      readonly code: string;
    }
  | {
      readonly type: 'call-failed';
      readonly row: number;
      readonly operation: RowOperation;
      readonly failure: CallFailure;
    }
  | { readonly type: 'row-finished'; readonly record: RowRecord }
  | { readonly type: 'stopping'; readonly reason: StopReason; readonly detail: string };

/** Receives events. An error that it throws stops the run and comes out of it unchanged. */
export type SyncListener = (event: SyncEvent) => void;
