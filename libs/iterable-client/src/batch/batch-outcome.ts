/**
 * Why a record was not delivered.
 *
 * Found before anything was sent:
 * - `INVALID_INPUT`: the record has a value that cannot be sent, or not exactly one identifier.
 * - `TOO_LARGE`: the record alone is larger than a request may be; or Iterable says so (413).
 *
 * Told by Iterable of the record:
 * - `INVALID_IDENTIFIER`: a malformed address or user id; a deleted user may be reported so too.
 * - `NOT_FOUND`: no such user. An event may come before its new user: worth another try after a minute.
 * - `INVALID_DATA`: a value has the wrong type, or the record is malformed.
 * - `CONFLICT`: an existing user has an identifier that this record was to set.
 * - `FORGOTTEN`: the user was forgotten on request (GDPR). Permanent.
 * - `EVENT_DISALLOWED`: the project blocks events of this name.
 * - `INTERNAL_ERROR`: Iterable's own trouble with a good record.
 * - `NO_OP`: Iterable counted the record as failed and lists it as changing nothing.
 * - `REJECTED`: counted as failed, for a reason that is not told or not known here.
 * - `REFUSED`: the record was refused when it was sent alone; `iterableCode` says more.
 * - `FIELDS_FILTERED`: fields were dropped and `strictFields` is set; the rest of the record was stored.
 *
 * Trouble with the request as a whole:
 * - `RATE_LIMIT`, `SERVER_ERROR`, `NO_REPLY`, `UNREADABLE_REPLY`: the client's retries are used up.
 * - `ABORTED`: the run was aborted before this record was sent.
 *
 * The run has stopped (`stopped` is set, and nothing more is sent):
 * - `AUTHENTICATION`: the credentials are wrong, or do not reach this operation.
 * - `FIELDS_LIMIT`: the project has no room for more fields (`UniqueFieldsLimitExceeded`).
 * - `REQUEST_REFUSED`: no record can succeed: wrong list, wrong address, a redirect, …
 */
export type BatchFailureCode =
  | 'INVALID_INPUT'
  | 'TOO_LARGE'
  | 'INVALID_IDENTIFIER'
  | 'NOT_FOUND'
  | 'INVALID_DATA'
  | 'CONFLICT'
  | 'FORGOTTEN'
  | 'EVENT_DISALLOWED'
  | 'INTERNAL_ERROR'
  | 'NO_OP'
  | 'REJECTED'
  | 'REFUSED'
  | 'FIELDS_FILTERED'
  | 'RATE_LIMIT'
  | 'SERVER_ERROR'
  | 'NO_REPLY'
  | 'UNREADABLE_REPLY'
  | 'ABORTED'
  | 'AUTHENTICATION'
  | 'FIELDS_LIMIT'
  | 'REQUEST_REFUSED';

/** What every outcome says. */
export interface OutcomeOf<Entry> {
  /** The record's place in the source, from 0. */
  readonly index: number;
  /** The very record that the source gave. */
  readonly record: Entry;
}

/** Iterable's counts and lists prove that the record was taken. */
export interface DeliveredOutcome<Entry = unknown> extends OutcomeOf<Entry> {
  readonly status: 'delivered';
  /**
   * Fields that Iterable dropped because it does not know them and may not create them. It tells
   * them for a request as a whole; here are those that this record carries.
   */
  readonly filteredOutFields?: readonly string[];
  /**
   * `no-op`: Iterable lists the record as changing nothing. `not-found`: the user who was to be
   * unsubscribed is not known, so is not on the list either.
   */
  readonly note?: 'no-op' | 'not-found';
}

/** The record was not delivered. */
export interface FailedOutcome<Entry = unknown> extends OutcomeOf<Entry> {
  readonly status: 'failed';
  readonly code: BatchFailureCode;
  /** Iterable's own code, where it gave one. */
  readonly iterableCode?: string;
  /** A sentence for people. Has no e-mail address in it. */
  readonly reason: string;
  /** Whether the same record may succeed later as it is. */
  readonly retryable: boolean;
  /** Whether Iterable may hold the record all the same, from a request whose reply proved nothing. */
  readonly mayHaveArrived: boolean;
  /** The run has stopped: the cause is not this record, and no further request is made. */
  readonly stopped?: true;
  /** With `FIELDS_FILTERED`: the fields. */
  readonly filteredOutFields?: readonly string[];
  /** The error of the request, where one caused this. Shared by the records of that request. */
  readonly error?: unknown;
}

/** The record was sent, and nothing proves what became of it. Sending it again settles it. */
export interface UnknownOutcome<Entry = unknown> extends OutcomeOf<Entry> {
  readonly status: 'unknown';
  /**
   * `AMBIGUOUS_REPLY`: the counts and lists contradict each other, even for the record alone.
   * `ABORTED`, `STOPPED`: the run ended before this could be found out.
   */
  readonly code: 'AMBIGUOUS_REPLY' | 'ABORTED' | 'STOPPED';
  readonly reason: string;
}

/** What became of one record. */
export type BatchOutcome<Entry = unknown> =
  DeliveredOutcome<Entry> | FailedOutcome<Entry> | UnknownOutcome<Entry>;
