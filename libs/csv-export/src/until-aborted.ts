/** Rows that end with a signal. */
export interface AbortableRows<Row>
  extends AsyncIterable<Row>, AsyncIterator<Row, void, undefined> {
  return(): Promise<IteratorReturnResult<void>>;
}

/**
 * The same rows until the signal says stop: then its reason is thrown at once, even where the source has
 * yet to answer. The source is closed in any case, and waited for unless it is busy.
 */
export function untilAborted<Row>(
  rows: AsyncIterable<Row>,
  signal: AbortSignal,
): AbortableRows<Row> {
  const iterator = rows[Symbol.asyncIterator]();
  let state: 'idle' | 'busy' | 'over' = 'idle';
  // Millions of rows go through here: one listener and no closure for each, and no generator between.
  let resolve: (result: IteratorResult<Row, void>) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;

  function end(): void {
    state = 'over';
    signal.removeEventListener('abort', onAbort);
  }

  function onAbort(): void {
    if (state !== 'busy') return;
    end();
    void close(iterator);
    reject(signal.reason);
  }

  function onResult(result: IteratorResult<Row, unknown>): void {
    if (state !== 'busy') return;
    if (result.done) {
      end();
      resolve(DONE);
    } else {
      state = 'idle';
      resolve(result);
    }
  }

  function onFailure(error: unknown): void {
    if (state !== 'busy') return;
    end();
    reject(error);
  }

  function ask(onRow: typeof resolve, onError: typeof reject): void {
    resolve = onRow;
    reject = onError;
    state = 'busy';
    iterator.next().then(onResult, onFailure);
  }

  signal.addEventListener('abort', onAbort);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async return() {
      const isOpen = state !== 'over';
      end();
      if (isOpen) await close(iterator);
      return DONE;
    },
    next() {
      if (state === 'over') return Promise.resolve(DONE);
      if (!signal.aborted) return new Promise(ask);
      return this.return().then(() => Promise.reject(signal.reason as Error));
    },
  };
}

const DONE: IteratorReturnResult<void> = { done: true, value: undefined };

/** What goes wrong here comes second to why the rows are not read to their end. */
async function close(iterator: AsyncIterator<unknown>): Promise<void> {
  try {
    await iterator.return?.();
  } catch {
    // See above.
  }
}
