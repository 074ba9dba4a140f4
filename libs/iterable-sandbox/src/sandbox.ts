import type { Faults } from './faults/faults.js';
import type { JournalEntry, RequestCounts } from './journal/journal-entry.js';
import type { SandboxEvents, SandboxFields, SandboxUsers } from './sandbox-state.js';
import type { Subject } from './subject.js';

/** A running sandbox: a server that answers as Iterable does, and all that it was told. */
export interface Sandbox extends AsyncDisposable {
  /** Such as `http://127.0.0.1:43215`: the base URL for a client. */
  readonly url: string;
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
  readonly faults: Pick<Faults, 'add' | 'pending' | 'clear'>;
  /** Deletes a user and refuses its identifiers from now on, as a GDPR request does. */
  forget(subject: Subject): void;
  /** Events of this name are no longer kept, though the reply is a 200. */
  disallowEvent(name: string): void;
  /** Tokens of this user that were issued before now are refused from now on. */
  invalidateJwts(subject: Subject): void;
  /** Empties everything: users, events, fields, forgotten users, journal, counts and faults. */
  reset(): void;
  /** Stops the server and ends every connection. What it holds can still be read. */
  close(): Promise<void>;
}
