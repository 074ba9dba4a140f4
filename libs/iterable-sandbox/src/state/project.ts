import type { Subject } from '../subject.js';
import { EventStore } from './event-store.js';
import { FieldRegistry } from './field-registry.js';
import type { FieldType } from './field-type.js';
import type { IdentityContext } from './identify.js';
import type { ProjectType } from './project-type.js';
import { SubjectMap } from './subject-map.js';
import type { StoredUser } from './stored-user.js';
import type { Activity } from './activity.js';
import { ListStore } from './list-store.js';
import { Resources } from './resources.js';
import { UserStore } from './user-store.js';

/** Fields of a profile that Iterable makes itself. */
export const managedUserFields: Readonly<Record<string, FieldType>> = {
  email: 'string',
  userId: 'string',
  signupDate: 'date',
  signupSource: 'string',
  profileUpdatedAt: 'date',
  itblInternal: 'object',
  'itblInternal.documentCreatedAt': 'date',
  'itblInternal.documentUpdatedAt': 'date',
  'itblInternal.emailDomain': 'string',
};

/** Settings of a project. */
export interface ProjectSettings {
  readonly projectType: ProjectType;
  /** What holds where a request does not say `createNewFields`. */
  readonly createNewFields: boolean;
  readonly processingDelayMs: number;
}

/** All that an Iterable project holds. */
export class Project implements IdentityContext {
  readonly projectType: ProjectType;
  readonly createNewFields: boolean;
  /** How long it takes until what was written can be read. */
  readonly processingDelayMs: number;
  /** Where the sandbox listens, for addresses that it gives out. */
  baseUrl: string = '';
  readonly users: UserStore = new UserStore();
  readonly events: EventStore = new EventStore();
  readonly lists: ListStore = new ListStore();
  readonly activity: Activity[] = [];
  readonly resources: Resources = new Resources();
  readonly disallowedEvents: Set<string> = new Set();
  /** Tokens issued before this time (milliseconds since 1970) no longer count. */
  readonly tokensInvalidBefore: SubjectMap<number> = new SubjectMap();
  readonly forgotten: SubjectMap<true> = new SubjectMap();
  readonly #eventFields = new Map<string, FieldRegistry>();
  #userFields = new FieldRegistry('user', managedUserFields);

  constructor(settings: ProjectSettings) {
    this.projectType = settings.projectType;
    this.createNewFields = settings.createNewFields;
    this.processingDelayMs = settings.processingDelayMs;
  }

  get userFields(): FieldRegistry {
    return this.#userFields;
  }

  /** Fields belong to events of one name. */
  eventFields(eventName: string): FieldRegistry {
    let fields = this.#eventFields.get(eventName);
    if (!fields) this.#eventFields.set(eventName, (fields = new FieldRegistry('customEvent')));
    return fields;
  }

  /** Fields by event name, where there are any. */
  allEventFields(): Record<string, Record<string, FieldType>> {
    const entries = Array.from(
      this.#eventFields,
      ([name, fields]) => [name, fields.all()] as const,
    );
    return Object.fromEntries(entries.filter(([, fields]) => Object.keys(fields).length > 0));
  }

  /** Sets the types of fields, as a snapshot has them. */
  restoreFields(
    user: Readonly<Record<string, FieldType>>,
    event: Readonly<Record<string, Readonly<Record<string, FieldType>>>>,
  ): void {
    this.#userFields = new FieldRegistry('user', user);
    for (const [name, fields] of Object.entries(event)) {
      this.#eventFields.set(name, new FieldRegistry('customEvent', fields));
    }
  }

  isForgotten(subject: Subject): boolean {
    return this.forgotten.get(subject) === true;
  }

  /** Deletes a user for good: its identifiers are refused from now on. */
  forget(subject: Subject): void {
    this.forgotten.set(subject, true);
    const user = this.users.find(subject);
    if (!user) return;
    if (user.email !== undefined) this.forgotten.set({ email: user.email }, true);
    if (user.userId !== undefined) this.forgotten.set({ userId: user.userId }, true);
    this.remove(user);
  }

  /** Deletes a user and all that belongs to it. */
  remove(user: StoredUser): void {
    this.events.removeOf(user);
    this.lists.removeUser(user);
    const kept = this.activity.filter((entry) => entry.user !== user);
    this.activity.splice(0, this.activity.length, ...kept);
    this.users.remove(user);
  }

  reset(): void {
    this.users.clear();
    this.events.clear();
    this.lists.clear();
    this.activity.length = 0;
    this.resources.clear();
    this.disallowedEvents.clear();
    this.tokensInvalidBefore.clear();
    this.forgotten.clear();
    this.#eventFields.clear();
    this.#userFields = new FieldRegistry('user', managedUserFields);
  }
}
