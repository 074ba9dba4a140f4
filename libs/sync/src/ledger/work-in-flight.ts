/** Knows what is under way, so that nothing is closed that it still needs. */
export class WorkInFlight {
  readonly #works = new Set<Promise<unknown>>();

  async track<T>(work: () => Promise<T>): Promise<T> {
    const working = work();
    this.#works.add(working);
    try {
      return await working;
    } finally {
      this.#works.delete(working);
    }
  }

  /** Resolves when what is under way now has ended, however it ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#works);
  }
}
