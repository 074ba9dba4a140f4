/** Takes each step of a stream in a way of its own. */
export async function* stepwise<T>(
  stream: AsyncGenerator<T>,
  step: (next: () => Promise<IteratorResult<T, unknown>>) => Promise<IteratorResult<T, unknown>>,
): AsyncGenerator<T> {
  for (;;) {
    const result = await step(() => stream.next());
    if (result.done === true) return;
    yield result.value;
  }
}
