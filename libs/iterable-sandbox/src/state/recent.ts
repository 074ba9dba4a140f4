/** The things that were touched last, a bounded number of them. */
export class Recent<T> {
  readonly #most: number;
  #items: T[] = [];

  constructor(most = 64) {
    this.#most = most;
  }

  /** Costs next to nothing, so that it can be called for every write. */
  touch(item: T): void {
    this.#items.push(item);
    if (this.#items.length >= this.#most * 16) this.#items = this.#latest(this.#most).toReversed();
  }

  /** Each once, the latest first; those that are gone left out. */
  newest(count: number, exists: (item: T) => boolean): T[] {
    return this.#latest(this.#most).filter(exists).slice(0, count);
  }

  clear(): void {
    this.#items = [];
  }

  #latest(count: number): T[] {
    return [...new Set(this.#items.toReversed())].slice(0, count);
  }
}
