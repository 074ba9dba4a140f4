/**
 * An iterable whose every loop begins anew. A generator would be empty the second time, as if there
 * were nothing.
 */
export function iterable<Item>(begin: () => AsyncGenerator<Item>): AsyncIterable<Item> {
  return { [Symbol.asyncIterator]: begin };
}
