import { getEventListeners } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type BatchOutcome, IterableAbortError } from '../src/index.js';
import { inShort, modelClient } from './batch-client.js';
import { BatchModel } from './batch-model.js';
import { type TestUser, counting, outcomesAndError, user, users } from './batch-sources.js';

describe('an abort', () => {
  it('tells what was under way as unknown and the rest as not attempted, and then throws', async () => {
    const controller = new AbortController();
    const { client } = modelClient({ turns: (n) => (n === 1 ? 0 : 1000) });
    const source = counting(users(100));
    const run = client.users.updateMany(source.records, {
      maxBatchSize: 2,
      concurrency: 2,
      signal: controller.signal,
    });
    const reason = new Error('enough');
    const outcomes: BatchOutcome[] = [];
    const consume = async (): Promise<void> => {
      for await (const outcome of run) {
        outcomes.push(outcome);
        if (outcome.index === 1) controller.abort(reason);
      }
    };
    const error = await consume().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(IterableAbortError);
    expect(error).toMatchObject({
      cause: reason,
      effect: 'unknown',
      operation: 'users/bulkUpdate',
    });
    const kinds = outcomes.map((each) => `${each.status} ${'code' in each ? each.code : ''}`);
    expect(kinds.slice(0, 8)).toEqual([
      'delivered ',
      'delivered ',
      'unknown ABORTED',
      'unknown ABORTED',
      'unknown ABORTED',
      'unknown ABORTED',
      'failed ABORTED',
      'failed ABORTED',
    ]);
    expect(outcomes.map(({ index }) => index)).toEqual(outcomes.map((_, index) => index));
    expect(run.statistics().records).toBe(outcomes.length);
    expect(outcomes.at(-1)).toMatchObject({ retryable: true, mayHaveArrived: false });
    expect(run.statistics().calls).toBe(3);
    await expect.poll(() => source.closed).toBe(true);
  });

  it('does not wait for a source that does not answer', async () => {
    const controller = new AbortController();
    const { client } = modelClient();
    const { promise: later, resolve: answer } = Promise.withResolvers<undefined>();
    async function* stuck(): AsyncGenerator<TestUser> {
      yield user(0);
      await later;
      yield user(1);
    }
    const run = client.users.updateMany(stuck(), { signal: controller.signal });
    const pending = outcomesAndError(run);
    await new Promise(setImmediate);
    controller.abort();
    const { outcomes, error } = await pending;
    expect(outcomes.map(inShort)).toEqual(['0 failed ABORTED']);
    expect(error).toBeInstanceOf(IterableAbortError);
    expect(error).toMatchObject({ effect: 'none' });
    answer(undefined);
    await new Promise(setImmediate);
    expect(run.statistics().records).toBe(1);
  });

  it('of a signal that is aborted already reads nothing', async () => {
    const { client } = modelClient();
    const source = counting(users(3));
    const run = client.users.updateMany(source.records, { signal: AbortSignal.abort() });
    const { outcomes, error } = await outcomesAndError(run);
    expect(outcomes).toEqual([]);
    expect(error).toBeInstanceOf(IterableAbortError);
    expect(source.read).toBe(0);
  });

  it('after all was settled changes nothing', async () => {
    const controller = new AbortController();
    const { client } = modelClient();
    const run = client.users.updateMany(users(3), { signal: controller.signal });
    let count = 0;
    for await (const { status } of run) {
      expect(status).toBe('delivered');
      if ((count += 1) === 2) controller.abort();
    }
    expect(count).toBe(3);
  });

  it('throws also where the source had ended, and requests were under way', async () => {
    const controller = new AbortController();
    const { client } = modelClient({ turns: () => 1000 });
    const run = client.users.updateMany(users(5), {
      maxBatchSize: 2,
      concurrency: 2,
      signal: controller.signal,
    });
    const pending = outcomesAndError(run);
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(run.statistics()).toMatchObject({ records: 5, calls: 2 });
    controller.abort();
    const { outcomes, error } = await pending;
    expect(outcomes.map(inShort)).toEqual([
      '0 unknown ABORTED',
      '1 unknown ABORTED',
      '2 unknown ABORTED',
      '3 unknown ABORTED',
      '4 failed ABORTED',
    ]);
    expect(error).toBeInstanceOf(IterableAbortError);
  });

  it('throws its own error where the source, aborted by the same signal, throws another', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { client } = modelClient({ turns: () => 10 });
    async function* source(): AsyncGenerator<TestUser> {
      yield* users(2);
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('the query was cancelled')));
      });
    }
    const options = { maxBatchSize: 2, signal };
    const pending = outcomesAndError(client.users.updateMany(source(), options));
    await new Promise(setImmediate);
    controller.abort();
    const { outcomes, error } = await pending;
    expect(outcomes.map(inShort)).toEqual(['0 unknown ABORTED', '1 unknown ABORTED']);
    expect(error).toBeInstanceOf(IterableAbortError);
  });

  it.each([
    ['ended', 3, undefined],
    ['was left', 1, undefined],
    ['was aborted', 2, new Error('enough')],
  ])('leaves no listener on the signal of a run that %s', async (_, last, reason) => {
    const controller = new AbortController();
    const { signal } = controller;
    const { client } = modelClient();
    const consume = async (): Promise<void> => {
      let count = 0;
      for await (const outcome of client.users.updateMany(users(3), { signal })) {
        expect(outcome.index).toBe(count);
        count += 1;
        if (count === last && reason === undefined) break;
        if (count === last) controller.abort(reason);
      }
    };
    await consume();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('leaving the loop', () => {
  it('gives up what is under way, tells the source, and sends nothing more', async () => {
    const signals: AbortSignal[] = [];
    const model = new BatchModel({ turns: (n) => (n === 1 ? 0 : 1000) });
    const fetch = (request: Request): Promise<Response> => {
      signals.push(request.signal);
      return model.fetch(request);
    };
    const { client } = modelClient({}, { fetch });
    const source = counting(users(1000));
    const run = client.users.updateMany(source.records, { maxBatchSize: 2, concurrency: 3 });
    for await (const { index } of run) {
      if (index === 1) break;
    }
    expect(run.statistics().unknown).toBeGreaterThanOrEqual(4);
    expect(source.closed).toBe(true);
    const { length } = model.bodies;
    expect(signals.slice(1).every(({ aborted }) => aborted)).toBe(true);
    await new Promise(setImmediate);
    expect(model.bodies).toHaveLength(length);
    expect(source.read).toBeLessThan(20);
  });

  it('passes on what the source throws when it is closed', async () => {
    const { client } = modelClient();
    const locked = new Error('the cursor is locked');
    const source = {
      n: 0,
      [Symbol.iterator]() {
        return this;
      },
      next() {
        return { done: false as const, value: user((this.n += 1)) };
      },
      return() {
        throw locked;
      },
    };
    const leave = async (): Promise<void> => {
      for await (const outcome of client.users.updateMany(source, { maxBatchSize: 2 })) {
        if (outcome.index === 0) break;
      }
    };
    await expect(leave()).rejects.toBe(locked);
  });

  it('needs no source that can be closed', async () => {
    const { client } = modelClient();
    let read = 0;
    const source = {
      [Symbol.iterator]: () => ({ next: () => ({ done: false, value: user((read += 1)) }) }),
    };
    for await (const { status } of client.users.updateMany(source, { maxBatchSize: 2 })) {
      expect(status).toBe('delivered');
      break;
    }
    expect(read).toBeGreaterThan(0);
  });

  it('does not close a source that has ended', async () => {
    const { client } = modelClient();
    const close = vi.fn();
    const source = { [Symbol.iterator]: () => Object.assign(users(2).values(), { return: close }) };
    await Array.fromAsync(client.users.updateMany(source));
    expect(close).not.toHaveBeenCalled();
  });

  it('leaves no timer behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { client } = modelClient();
    async function* slow(): AsyncGenerator<TestUser> {
      yield* users(3);
      await new Promise((resolve) => setImmediate(resolve));
      yield* users(100);
    }
    for await (const { index } of client.users.updateMany(slow(), { maxBatchSize: 2 })) {
      if (index === 1) break;
    }
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('what nobody can explain ends a run with its error', async () => {
  const { client } = modelClient();
  const hooks = {};
  const run = client.users.updateMany(users(3), { hooks });
  Object.assign(hooks, { onRetried: () => undefined });
  const { outcomes, error } = await outcomesAndError(run);
  expect(outcomes).toEqual([]);
  expect(error).toEqual(
    new TypeError('hooks: unknown option "onRetried". Did you mean "onRetry"?'),
  );
});
