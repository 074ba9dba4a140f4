/**
 * The same rows until the signal says stop: then its reason is thrown at once, even where the source has
 * yet to answer. The source is closed in any case, and waited for unless it is busy.
 */
export async function* untilAborted<Row>(
  rows: AsyncIterable<Row>,
  signal: AbortSignal,
): AsyncGenerator<Row, void, undefined> {
  const iterator = rows[Symbol.asyncIterator]();
  let state: 'idle' | 'busy' | 'over' = 'idle';
  // One listener for all rows; racing each row against one promise would pile up reactions on it.
  let interrupt: (reason: unknown) => void = () => undefined;
  const onAbort = () => interrupt(signal.reason);
  signal.addEventListener('abort', onAbort);

  const next = () =>
    new Promise<IteratorResult<Row, unknown>>((resolve, reject) => {
      interrupt = reject;
      state = 'busy';
      iterator.next().then(
        (result) => {
          state = result.done ? 'over' : 'idle';
          resolve(result);
        },
        (error: unknown) => {
          state = 'over';
          interrupt(error);
        },
      );
    });

  try {
    for (;;) {
      signal.throwIfAborted();
      const result = await next();
      if (result.done) return;
      yield result.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    await close(iterator, state);
  }
}

/** What goes wrong here comes second to why the rows are not read to their end. */
async function close(
  iterator: AsyncIterator<unknown>,
  state: 'idle' | 'busy' | 'over',
): Promise<void> {
  if (state === 'over') return;
  const closed = Promise.resolve(iterator.return?.()).catch(() => undefined);
  if (state === 'idle') await closed;
}
