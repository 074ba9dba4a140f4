import type { Subject } from '../subject.js';
import { emailKey } from './identity.js';

/** A value for each of some users, emails being one whatever their case. */
export class SubjectMap<V> {
  readonly #emails = new Map<string, V>();
  readonly #userIds = new Map<string, V>();

  set(subject: Subject, value: V): void {
    if ('email' in subject) this.#emails.set(emailKey(subject.email), value);
    else this.#userIds.set(subject.userId, value);
  }

  get(subject: Subject): V | undefined {
    return 'email' in subject
      ? this.#emails.get(emailKey(subject.email))
      : this.#userIds.get(subject.userId);
  }

  delete(subject: Subject): void {
    if ('email' in subject) this.#emails.delete(emailKey(subject.email));
    else this.#userIds.delete(subject.userId);
  }

  /** Emails as they are compared: in lower case. */
  emails(): ReadonlyMap<string, V> {
    return this.#emails;
  }

  userIds(): ReadonlyMap<string, V> {
    return this.#userIds;
  }

  clear(): void {
    this.#emails.clear();
    this.#userIds.clear();
  }
}
