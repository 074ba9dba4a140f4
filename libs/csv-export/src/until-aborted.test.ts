import { describe, expect, it, vi } from 'vitest';
import { untilAborted } from './until-aborted.js';

const { signal } = new AbortController();

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list = [];
  for await (const row of rows) list.push(row);
  return list;
}

/** A source by hand: what `next` answers, and whether it was closed. */
function source(...answers: readonly (() => Promise<IteratorResult<number>>)[]) {
  const queue = [...answers];
  const close = vi.fn(() => Promise.resolve({ done: true as const, value: undefined }));
  const end = () => Promise.resolve({ done: true as const, value: undefined });
  const rows: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => (queue.shift() ?? end)(),
      return: close,
    }),
  };
  return { rows, close };
}

const answer = (value: number) => () => Promise.resolve({ done: false, value });

describe('rows under a signal', () => {
  it('are the same rows', async () => {
    const { rows, close } = source(answer(1), answer(2), answer(3));
    expect(await all(untilAborted(rows, signal))).toEqual([1, 2, 3]);
    expect(close).not.toHaveBeenCalled();
  });

  it('are closed where nobody wants more', async () => {
    const { rows, close } = source(answer(1), answer(2));
    for await (const row of untilAborted(rows, signal)) if (row === 1) break;
    expect(close).toHaveBeenCalledOnce();
  });

  it('are not closed where they failed by themselves, as `for await` has it', async () => {
    const trouble = new Error('lost');
    const { rows, close } = source(answer(1), () => Promise.reject(trouble));
    await expect(all(untilAborted(rows, signal))).rejects.toBe(trouble);
    expect(close).not.toHaveBeenCalled();
  });

  it('that fail after the abort fail for nobody', async () => {
    const stop = new AbortController();
    let fail: (error: Error) => void = () => undefined;
    const { rows, close } = source(() => new Promise((_, reject) => (fail = reject)));
    const reading = all(untilAborted(rows, stop.signal));
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(reading).rejects.toBe(reason);
    expect(close).toHaveBeenCalledOnce();
    fail(new Error('too late'));
    await new Promise(setImmediate);
  });

  it('that cannot be closed hide nothing: the reason comes first', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const { rows, close } = source(answer(1), answer(2));
    close.mockRejectedValue(new Error('cannot close'));
    const reading = (async () => {
      for await (const row of untilAborted(rows, stop.signal)) if (row === 1) stop.abort(reason);
    })();
    await expect(reading).rejects.toBe(reason);
  });

  it('may be of an iterator that cannot be closed', async () => {
    const rows: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({ next: answer(1) as never }),
    };
    const iterator = untilAborted(rows, signal);
    expect((await iterator.next()).value).toBe(1);
    expect(await iterator.return()).toEqual({ done: true, value: undefined });
  });
});
