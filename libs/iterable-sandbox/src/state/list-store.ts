import type { StoredUser } from './stored-user.js';

/** A static list of users. */
export interface StoredList {
  readonly id: number;
  readonly name: string;
  readonly description: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly members: Set<StoredUser>;
}

/** The lists of a project. */
export class ListStore {
  readonly #lists = new Map<number, StoredList>();
  #lastId = 0;

  values(): Iterable<StoredList> {
    return this.#lists.values();
  }

  get(id: number): StoredList | undefined {
    return this.#lists.get(id);
  }

  add(list: Omit<StoredList, 'id' | 'members'> & { readonly id?: number }): StoredList {
    const id = list.id ?? this.#lastId + 1;
    this.#lastId = Math.max(this.#lastId, id);
    const stored = { ...list, id, members: new Set<StoredUser>() };
    this.#lists.set(id, stored);
    return stored;
  }

  delete(id: number): boolean {
    return this.#lists.delete(id);
  }

  /** The numbers of the lists that a user is on. */
  of(user: StoredUser): number[] {
    const lists = [...this.#lists.values()];
    return lists.filter(({ members }) => members.has(user)).map(({ id }) => id);
  }

  removeUser(user: StoredUser): void {
    for (const { members } of this.#lists.values()) members.delete(user);
  }

  clear(): void {
    this.#lists.clear();
    this.#lastId = 0;
  }
}
