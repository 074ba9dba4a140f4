import type { Subject } from '../subject.js';
import { emailKey } from './identity.js';
import { MultiMap } from './multi-map.js';
import { Recent } from './recent.js';
import type { StoredUser } from './stored-user.js';

/** The profiles of a project, found by either identifier. */
export class UserStore {
  readonly #all = new Set<StoredUser>();
  readonly #byEmail = new MultiMap<StoredUser>();
  readonly #byUserId = new MultiMap<StoredUser>();

  readonly #recent = new Recent<StoredUser>();

  get size(): number {
    return this.#all.size;
  }

  values(): Iterable<StoredUser> {
    return this.#all;
  }

  byEmail(email: string | undefined): StoredUser | undefined {
    return email === undefined ? undefined : this.#byEmail.first(emailKey(email));
  }

  byUserId(userId: string | undefined): StoredUser | undefined {
    return userId === undefined ? undefined : this.#byUserId.first(userId);
  }

  find(subject: Subject): StoredUser | undefined {
    return 'email' in subject ? this.byEmail(subject.email) : this.byUserId(subject.userId);
  }

  /** All that share an identifier: user IDs are not unique in an email-based project. */
  findAll(subject: Subject): readonly StoredUser[] {
    return 'email' in subject
      ? this.#byEmail.all(emailKey(subject.email))
      : this.#byUserId.all(subject.userId);
  }

  /** Those that were written last. */
  newest(count: number): StoredUser[] {
    return this.#recent.newest(count, (user) => this.#all.has(user));
  }

  add(at: number): StoredUser {
    const user: StoredUser = {
      email: undefined,
      userId: undefined,
      dataFields: {},
      createdAt: at,
      updatedAt: at,
      events: undefined,
      extras: undefined,
      past: undefined,
    };
    this.#all.add(user);
    return user;
  }

  /** Gives a profile its identifiers and keeps the indexes true. */
  identify(user: StoredUser, email: string | undefined, userId: string | undefined): void {
    this.#recent.touch(user);
    if (user.email !== email) {
      if (user.email !== undefined) this.#byEmail.remove(emailKey(user.email), user);
      if (email !== undefined) this.#byEmail.add(emailKey(email), user);
      user.email = email;
    }
    if (user.userId !== userId) {
      if (user.userId !== undefined) this.#byUserId.remove(user.userId, user);
      if (userId !== undefined) this.#byUserId.add(userId, user);
      user.userId = userId;
    }
  }

  remove(user: StoredUser): void {
    this.identify(user, undefined, undefined);
    this.#all.delete(user);
  }

  clear(): void {
    this.#all.clear();
    this.#recent.clear();
    this.#byEmail.clear();
    this.#byUserId.clear();
  }
}
