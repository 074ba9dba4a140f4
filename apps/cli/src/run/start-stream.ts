/**
 * Starts a stream and gives it back with its first row still to come: what is wrong with its query
 * shows now, and not where its rows are used.
 */
export async function startStream<Row>(rows: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  async function* resume(): AsyncGenerator<Row> {
    try {
      for (let row = first; !row.done; row = await iterator.next()) yield row.value;
    } finally {
      await iterator.return?.();
    }
  }
  return resume();
}
