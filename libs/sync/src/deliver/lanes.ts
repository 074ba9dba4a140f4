/**
 * Lets a bounded number of tasks run side by side, and tasks that share an identity one after
 * another, in the order in which they came. One producer at a time may wait in `start`.
 */
export class Lanes {
  readonly #size: number;
  readonly #running = new Set<Promise<void>>();
  readonly #last = new Map<string, Promise<void>>();
  #wake: (() => void) | undefined;

  constructor(size: number) {
    this.#size = size;
  }

  /** Waits for a free lane and starts the task in it. The task must not reject. */
  async start(identities: readonly string[], task: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#size) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const before = identities.flatMap((identity) => this.#last.get(identity) ?? []);
    const run = (before.length > 0 ? Promise.all(before).then(task) : task()).finally(() => {
      this.#running.delete(run);
      for (const identity of identities) {
        if (this.#last.get(identity) === run) this.#last.delete(identity);
      }
      this.#wake?.();
    });
    this.#running.add(run);
    for (const identity of identities) this.#last.set(identity, run);
  }

  /** Waits until nothing runs any more. */
  async drain(): Promise<void> {
    await Promise.all(this.#running);
  }
}
