import { checkSubject } from './options/check-subject.js';
import type { FieldType } from './state/field-type.js';
import { managedUserFields, type Project } from './state/project.js';
import {
  toSandboxEvent,
  toSandboxUser,
  type SandboxEvent,
  type SandboxUser,
} from './state/snapshots.js';
import type { Subject } from './subject.js';

/** The profiles that the sandbox holds. */
export interface SandboxUsers {
  /**
   * The profile of a user; nothing where there is none. Emails are compared without case.
   *
   * @throws TypeError where the subject is not `{ email }` or `{ userId }`.
   */
  get(subject: Subject): SandboxUser | undefined;
  /** All profiles, in the order of their creation. */
  all(): SandboxUser[];
  /** How many there are. */
  count(): number;
}

/** The events that the sandbox holds. */
export interface SandboxEvents {
  /**
   * The events of a user, in the order of their arrival.
   *
   * @throws TypeError where the subject is not `{ email }` or `{ userId }`.
   */
  of(subject: Subject): SandboxEvent[];
  /** All events, in the order of their arrival. */
  all(): SandboxEvent[];
  /** How many there are. */
  count(): number;
}

/** The types of the fields that were sent so far. */
export interface SandboxFields {
  /** Profile fields by dotted name; without those that Iterable makes itself. */
  readonly user: Readonly<Record<string, FieldType>>;
  /** Event fields by event name and dotted name. */
  readonly event: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
}

/** Reading access to the profiles of a project. */
export function userReader({ users }: Project): SandboxUsers {
  return {
    get(subject) {
      checkSubject('users.get: subject', subject);
      const user = users.find(subject);
      return user && toSandboxUser(user);
    },
    all: () => Array.from(users.values(), toSandboxUser),
    count: () => users.size,
  };
}

/** Reading access to the events of a project. */
export function eventReader({ users, events }: Project): SandboxEvents {
  return {
    of(subject) {
      checkSubject('events.of: subject', subject);
      return (users.find(subject)?.events ?? []).map(toSandboxEvent);
    },
    all: () => Array.from(events.values(), toSandboxEvent),
    count: () => events.size,
  };
}

/** The field types of a project. */
export function readFields(project: Project): SandboxFields {
  const sent = Object.entries(project.userFields.all()).filter(
    ([name]) => !Object.hasOwn(managedUserFields, name),
  );
  return { user: Object.fromEntries(sent), event: project.allEventFields() };
}
