/**
 * A bounded queue between two loops: `push` waits while it is full, and iterating ends when it is
 * closed and empty. Any number of producers, one consumer.
 */
export class Channel<Item> implements AsyncIterable<Item> {
  readonly #size: number;
  readonly #items: Item[] = [];
  readonly #waiting: (() => void)[] = [];
  #wakeConsumer: (() => void) | undefined;
  #closed = false;

  constructor(size: number) {
    this.#size = size;
  }

  async push(item: Item): Promise<void> {
    while (this.#items.length >= this.#size) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#items.push(item);
    this.#wakeConsumer?.();
  }

  close(): void {
    this.#closed = true;
    this.#wakeConsumer?.();
  }

  /** Gives the next item, or `undefined` after the last. */
  async next(): Promise<Item | undefined> {
    for (;;) {
      const item = this.#items.shift();
      if (item !== undefined) {
        this.#waiting.shift()?.();
        return item;
      }
      if (this.#closed) return undefined;
      await new Promise<void>((resolve) => {
        this.#wakeConsumer = resolve;
      });
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    for (let item = await this.next(); item !== undefined; item = await this.next()) yield item;
  }
}
