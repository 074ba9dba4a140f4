interface Entry<Value> {
  readonly key: string;
  value: Value;
  newer: Entry<Value>;
  older: Entry<Value>;
}

/**
 * A map of bounded size: where it is full, the entry unused for longest makes room.
 *
 * The order of use is a ring of entries. The order of the `Map` itself would do, with a deletion and an
 * insertion for each use, but V8 leaves deleted entries in the key's chain until the next rehash: a
 * hundred times slower where a few keys are used often.
 */
export class LruCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #limit: number;
  #newest: Entry<Value> | undefined;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#use(entry);
    return entry.value;
  }

  set(key: string, value: Value): void {
    const known = this.#entries.get(key);
    if (known) {
      known.value = value;
      this.#use(known);
      return;
    }
    if (this.#entries.size >= this.#limit && this.#newest) this.delete(this.#newest.newer.key);
    const entry = { key, value } as Entry<Value>;
    entry.newer = entry;
    entry.older = entry;
    this.#entries.set(key, entry);
    this.#use(entry);
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    if (this.#newest === entry) this.#newest = entry.older === entry ? undefined : entry.older;
    unlink(entry);
  }

  clear(): void {
    this.#entries.clear();
    this.#newest = undefined;
  }

  /** Puts the entry between the newest and, the ring being closed, the oldest. */
  #use(entry: Entry<Value>): void {
    const newest = this.#newest;
    this.#newest = entry;
    if (newest === undefined || newest === entry) return;
    unlink(entry);
    entry.older = newest;
    entry.newer = newest.newer;
    newest.newer.older = entry;
    newest.newer = entry;
  }
}

function unlink<Value>(entry: Entry<Value>): void {
  entry.older.newer = entry.newer;
  entry.newer.older = entry.older;
}
