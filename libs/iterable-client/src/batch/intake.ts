import { Waker } from './waker.js';

/** Where records come from and go to. */
export interface IntakeInput {
  readonly records: AsyncIterable<unknown> | Iterable<unknown>;
  hasRoom(this: void): boolean;
  accept(this: void, record: unknown): void;
  /** There are no more records; with what the source threw, if it did. */
  end(this: void, failure?: { readonly error: unknown }): void;
}

/** Reads a source as long as there is room. */
export class Intake {
  readonly #input: IntakeInput;
  readonly #room = new Waker();
  #cleanUp: (() => Promise<unknown>) | undefined;
  #over = false;

  constructor(input: IntakeInput) {
    this.#input = input;
  }

  /** Reads until the end, or until it is closed. Never rejects. */
  async run(): Promise<void> {
    const { end } = this.#input;
    try {
      await this.#read();
      if (!this.#over) end();
    } catch (error) {
      if (!this.#over) end({ error });
    }
    this.#over = true;
  }

  /** Tells that there may be room again. */
  wake(): void {
    this.#room.wake();
  }

  /** Reads no more, and lets the source clean up; rejects with what that throws. */
  async close(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.#room.wake();
    await this.#cleanUp?.();
  }

  async #read(): Promise<void> {
    const { records, hasRoom, accept } = this.#input;
    const waits = Symbol.asyncIterator in records;
    const iterator: AsyncIterator<unknown> | Iterator<unknown> = waits
      ? records[Symbol.asyncIterator]()
      : records[Symbol.iterator]();
    this.#cleanUp = async () => iterator.return?.();
    while (!this.#over) {
      if (!hasRoom()) {
        await this.#room.wait();
        continue;
      }
      const next = iterator.next();
      // A plain iterable's steps are there at once: waiting for each would only cost time.
      const step = waits ? await next : (next as IteratorResult<unknown>);
      if (step.done || this.#over) return;
      accept(step.value);
    }
  }
}
