/** Rows that come one by one, and a note of how many were taken and whether the source was closed. */
export interface CountedRows<Row> extends AsyncIterable<Row> {
  readonly taken: number;
  readonly isClosed: boolean;
}

export function countedRows<Row>(rows: Iterable<Row>): CountedRows<Row> {
  const state = { taken: 0, isClosed: false };
  return {
    get taken() {
      return state.taken;
    },
    get isClosed() {
      return state.isClosed;
    },
    async *[Symbol.asyncIterator]() {
      try {
        for (const row of rows) {
          await Promise.resolve();
          state.taken += 1;
          yield row;
        }
      } finally {
        state.isClosed = true;
      }
    },
  };
}

/** `{ id, text }` from 1 on, as many as asked for. */
export function* manyRows(
  count: number,
  text = 'some text',
): Generator<{ id: number; text: string }> {
  for (let id = 1; id <= count; id += 1) yield { id, text };
}
