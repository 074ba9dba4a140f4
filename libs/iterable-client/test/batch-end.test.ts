import { describe, expect, it, vi } from 'vitest';
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
      'unknown aborted',
      'unknown aborted',
      'unknown aborted',
      'unknown aborted',
      'failed aborted',
      'failed aborted',
    ]);
    expect(outcomes.map(({ index }) => index)).toEqual(outcomes.map((_, index) => index));
    expect(run.statistics().records).toBe(outcomes.length);
    expect(outcomes.at(-1)).toMatchObject({ retryable: true, mayHaveArrived: false });
    expect(run.statistics().calls).toBe(3);
    await vi.waitFor(() => expect(source.closed).toBe(true));
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
    expect(outcomes.map(inShort)).toEqual(['0 failed aborted']);
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

  it('leaves no listener on the signal', async () => {
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    const { client } = modelClient();
    await Array.fromAsync(client.users.updateMany(users(3), { signal }));
    expect(add).toHaveBeenCalledTimes(1);
    expect(remove).toHaveBeenCalledTimes(1);
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
});
