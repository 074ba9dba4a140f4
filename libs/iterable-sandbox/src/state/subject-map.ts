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

  clear(): void {
    this.#emails.clear();
    this.#userIds.clear();
  }
}
