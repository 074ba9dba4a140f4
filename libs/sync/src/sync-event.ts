import type { CallFailure, RowRecord } from './outcome.js';

/** The calls that rows may need, one for a row or one for many. */
export type RowOperation =
  'users/update' | 'events/track' | 'users/bulkUpdate' | 'events/trackBulk';

/** How rows are sent: each with calls of its own, or many in a request. */
export type DeliveryMode = 'single' | 'bulk';

/** Why a run ended before its last row. */
export type StopReason =
  /** Iterable refuses the credentials: HTTP 401 or 403. */
  | 'authentication'
  /** Iterable does not answer, or answers with server errors only. */
  | 'unreachable'
  /** The caller's signal. */
  | 'interrupted'
  /** The source of the rows failed. */
  | 'source'
  /** The ledger could not be read or written. */
  | 'ledger'
  /** As many rows were sent as the run was to send. */
  | 'limit'
  /** More rows failed than may fail. */
  | 'max-failures'
  /** A guard held the run back before anything was sent. */
  | 'guard'
  /** Columns hold values of another type than Iterable's fields have; nothing was sent. */
  | 'field-types'
  /** Iterable refuses every request, whatever is in it. */
  | 'refused';

/** Something that a person should know of and that did not fail a row. */
export interface Notice {
  /**
   * - `KILLED_RUN`: the run before was killed; what it was sending is sent again
   * - `FIELD_TYPES`: the types of Iterable's fields could not be read, so values were not compared
   * - `FIELD_NAMES`: names of profile fields that differ only by case or spaces
   * - `NEW_FIELDS`: profile fields that the project does not have yet, with the types they will get
   * - `FIELDS_FILTERED`: Iterable dropped fields that it does not know
   * - `LEDGER`: something could not be entered in the ledger, of a run that other trouble had stopped
   * - `GONE`: the ledger knows rows that the query does not return any more
   */
  readonly code:
    | 'KILLED_RUN'
    | 'FIELD_TYPES'
    | 'FIELD_NAMES'
    | 'NEW_FIELDS'
    | 'FIELDS_FILTERED'
    | 'LEDGER'
    | 'GONE';
  /** A sentence for people. */
  readonly message: string;
}

/**
 * What happens in a run, as it happens. `row` is the row's place in the query's result, from 1; a
 * request for many rows has none.
 */
export type SyncEvent =
  | { readonly type: 'delivery-chosen'; readonly mode: DeliveryMode; readonly why: string }
  | { readonly type: 'notice'; readonly notice: Notice }
  /** So many rows more were compared and need not be sent. */
  | { readonly type: 'rows-unchanged'; readonly rows: number }
  /** The run waits: Iterable needs time before it knows users that this run has created. */
  | { readonly type: 'waiting'; readonly rows: number; readonly delayMs: number }
  | { readonly type: 'row-started'; readonly row: number; readonly identifier?: string }
  | {
      readonly type: 'attempt';
      readonly row?: number;
      readonly operation: RowOperation;
      readonly attempt: number;
      readonly maxAttempts: number;
    }
  | {
      readonly type: 'retry';
      readonly row?: number;
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
      readonly row?: number;
      readonly operation: RowOperation;
      /** Iterable's code, `Success`, or the counts of a request for many rows. */
      readonly code: string;
    }
  | {
      readonly type: 'call-failed';
      readonly row?: number;
      readonly operation: RowOperation;
      readonly failure: CallFailure;
    }
  | { readonly type: 'row-finished'; readonly record: RowRecord }
  | { readonly type: 'stopping'; readonly reason: StopReason; readonly detail: string };

/** Receives events. An error that it throws stops the run and comes out of it unchanged. */
export type SyncListener = (event: SyncEvent) => void;
