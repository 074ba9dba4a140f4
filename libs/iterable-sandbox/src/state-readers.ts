import type { Subject } from './subject.js';
import type { Project } from './state/project.js';
import {
  toSandboxEvent,
  toSandboxUser,
  type SandboxEvent,
  type SandboxUser,
} from './state/snapshots.js';
import type { FieldType } from './state/field-type.js';
import { managedUserFields } from './state/project.js';

/** The profiles that the sandbox holds. */
export interface SandboxUsers {
  /** The profile of a user; nothing where there is none. Emails are compared without case. */
  get(subject: Subject): SandboxUser | undefined;
  /** All profiles, in the order of their creation. */
  all(): SandboxUser[];
  count(): number;
}

/** The events that the sandbox holds. */
export interface SandboxEvents {
  /** The events of a user, in the order of their arrival. */
  of(subject: Subject): SandboxEvent[];
  /** All events, in the order of their arrival. */
  all(): SandboxEvent[];
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
export function sandboxUsers(project: Project): SandboxUsers {
  return {
    get(subject) {
      const user = project.users.find(subject);
      return user && toSandboxUser(user);
    },
    all: () => Array.from(project.users.values(), toSandboxUser),
    count: () => project.users.size,
  };
}

/** Reading access to the events of a project. */
export function sandboxEvents(project: Project): SandboxEvents {
  return {
    of: (subject) => (project.users.find(subject)?.events ?? []).map(toSandboxEvent),
    all: () => Array.from(project.events.values(), toSandboxEvent),
    count: () => project.events.size,
  };
}

/** Reading access to the field types of a project. */
export function sandboxFields(project: Project): SandboxFields {
  const sent = Object.entries(project.userFields.all()).filter(
    ([name]) => !Object.hasOwn(managedUserFields, name),
  );
  return { user: Object.fromEntries(sent), event: project.allEventFields() };
}
