import type { SandboxSeed } from './control/seed.js';
import type { SandboxFaults } from './faults/faults.js';
import type { JournalEntry, RequestCounts } from './journal/journal-entry.js';
import type { SandboxSnapshot } from './state/project-snapshot.js';
import type { SandboxEvents, SandboxFields, SandboxUsers } from './state-readers.js';
import type { Subject } from './subject.js';

/** What a sandbox was told, and what it shall do. */
export interface SandboxState {
  readonly users: SandboxUsers;
  readonly events: SandboxEvents;
  /** The types of the fields that were sent so far. */
  readonly fields: SandboxFields;
  /** The requests to the API, the oldest first, as many as the journal keeps. */
  readonly requests: readonly JournalEntry[];
  /**
   * How many requests there were by operation and status, such as
   * `{ 'users/update': { 200: 3, 503: 1 } }`. `none`: no reply was sent. `unknown`: no operation
   * answers that method and path. Never bounded.
   */
  readonly requestCounts: RequestCounts;
  readonly faults: SandboxFaults;
  /** Deletes a user and refuses its identifiers from now on, as a GDPR request does. */
  forget(subject: Subject): void;
  /** Events of this name are no longer kept, though the reply is a 200. */
  disallowEvent(name: string): void;
  /**
   * Refuses tokens of this user that were issued before a time. `iat` counts whole seconds, so
   * tokens of the same second are refused too.
   *
   * @param issuedBefore milliseconds since 1970. @default now
   */
  invalidateJwts(subject: Subject, issuedBefore?: number): void;
  /**
   * Puts users and their events there, as `users/bulkUpdate` and `events/trackBulk` would.
   *
   * @throws TypeError where one of them would not be written; the others are.
   */
  seed(data: SandboxSeed): void;
  /** Copies all that the project holds: users, events, fields, lists and the rest; no requests. */
  snapshot(): SandboxSnapshot;
  /**
   * Puts the project back to what a snapshot holds, be it of another sandbox.
   *
   * @throws TypeError where it is no snapshot.
   */
  restore(snapshot: SandboxSnapshot): void;
  /** Empties everything: users, events, fields, forgotten users, journal, counts and faults. */
  reset(): void;
}

/** A running sandbox: a server that answers as Iterable does, and all that it was told. */
export interface Sandbox extends SandboxState, AsyncDisposable {
  /** Such as `http://127.0.0.1:43215`: the base URL for a client. */
  readonly url: string;
  /** Stops the server and ends every connection. What it holds can still be read. */
  close(): Promise<void>;
}
