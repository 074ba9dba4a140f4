/**
 * Why a record was not delivered.
 *
 * Found before anything was sent:
 * - `invalid-input`: the record has a value that cannot be sent, or not exactly one identifier.
 * - `too-large`: the record alone is larger than a request may be; or Iterable says so (413).
 *
 * Told by Iterable of the record:
 * - `invalid-identifier`: a malformed address or user id; a deleted user may be reported so too.
 * - `not-found`: no such user. An event may come before its new user: worth another try after a minute.
 * - `invalid-data`: a value has the wrong type, or the record is malformed.
 * - `conflict`: an existing user has an identifier that this record was to set.
 * - `forgotten`: the user was forgotten on request (GDPR). Permanent.
 * - `event-disallowed`: the project blocks events of this name.
 * - `internal-error`: Iterable's own trouble with a good record.
 * - `no-op`: Iterable counted the record as failed and lists it as changing nothing.
 * - `rejected`: counted as failed, for a reason that is not told or not known here.
 * - `refused`: the record was refused when it was sent alone; `iterableCode` says more.
 * - `fields-filtered`: fields were dropped and `strictFields` is set; the rest of the record was stored.
 *
 * Trouble with the request as a whole:
 * - `rate-limit`, `server-error`, `no-reply`, `unreadable-reply`: the client's retries are used up.
 * - `aborted`: the run was aborted before this record was sent.
 *
 * The run has stopped (`stopped` is set, and nothing more is sent):
 * - `authentication`: the credentials are wrong, or do not reach this operation.
 * - `fields-limit`: the project has no room for more fields (`UniqueFieldsLimitExceeded`).
 * - `request-refused`: no record can succeed: wrong list, wrong address, a redirect, …
 */
export type BatchFailureCode =
  | 'invalid-input'
  | 'too-large'
  | 'invalid-identifier'
  | 'not-found'
  | 'invalid-data'
  | 'conflict'
  | 'forgotten'
  | 'event-disallowed'
  | 'internal-error'
  | 'no-op'
  | 'rejected'
  | 'refused'
  | 'fields-filtered'
  | 'rate-limit'
  | 'server-error'
  | 'no-reply'
  | 'unreadable-reply'
  | 'aborted'
  | 'authentication'
  | 'fields-limit'
  | 'request-refused';

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
  /** With `fields-filtered`: the fields. */
  readonly filteredOutFields?: readonly string[];
  /** The error of the request, where one caused this. Shared by the records of that request. */
  readonly error?: unknown;
}

/** The record was sent, and nothing proves what became of it. Sending it again settles it. */
export interface UnknownOutcome<Entry = unknown> extends OutcomeOf<Entry> {
  readonly status: 'unknown';
  /**
   * `ambiguous-reply`: the counts and lists contradict each other, even for the record alone.
   * `aborted`, `stopped`: the run ended before this could be found out.
   */
  readonly code: 'ambiguous-reply' | 'aborted' | 'stopped';
  readonly reason: string;
}

/** What became of one record. */
export type BatchOutcome<Entry = unknown> =
  DeliveredOutcome<Entry> | FailedOutcome<Entry> | UnknownOutcome<Entry>;
