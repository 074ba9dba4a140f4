import type { ComparedRow } from '../compare/compared-row.js';

/** What feeds a batch from rows. */
export interface RowSourceInput<Entry extends object> {
  /** The next row, or `undefined` after the last. */
  next(this: void): Promise<ComparedRow | undefined>;
  /** The record of a row; `undefined` where the row needs none, and goes its own way. */
  take(this: void, row: ComparedRow): Promise<Entry | undefined>;
}

/**
 * Gives records to a batch and remembers their rows. It is not a generator, because what reads it may
 * close it at any moment, and rows that are on their way then must not be lost with it.
 */
export class RowSource<Entry extends object> implements AsyncIterable<Entry> {
  readonly #input: RowSourceInput<Entry>;
  readonly #rows = new Map<Entry, ComparedRow>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(input: RowSourceInput<Entry>) {
    this.#input = input;
  }

  [Symbol.asyncIterator](): AsyncIterator<Entry> {
    return {
      next: () => {
        const step = this.#step();
        this.#last = step.catch(() => undefined);
        return step;
      },
      return: () => Promise.resolve({ done: true, value: undefined }),
    };
  }

  /** The row of a record, which is then forgotten. */
  rowOf(record: Entry): ComparedRow {
    const row = this.#rows.get(record);
    if (!row) throw new Error('An outcome came for a record that was not sent, or came twice.');
    this.#rows.delete(record);
    return row;
  }

  /** When nothing reads any more: the rows that were given away and never came back. */
  async leftovers(): Promise<ComparedRow[]> {
    await this.#last;
    const rows = [...this.#rows.values()];
    this.#rows.clear();
    return rows;
  }

  async #step(): Promise<IteratorResult<Entry>> {
    const { next, take } = this.#input;
    for (let row = await next(); row !== undefined; row = await next()) {
      const record = await take(row);
      if (record === undefined) continue;
      this.#rows.set(record, row);
      return { done: false, value: record };
    }
    return { done: true, value: undefined };
  }
}
