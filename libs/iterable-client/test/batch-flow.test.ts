import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { inShort, modelClient } from './batch-client.js';
import { type TestUser, counting, outcomesAndError, user, users } from './batch-sources.js';

describe('reading', () => {
  it('begins when the first outcome is asked for', async () => {
    const { client, model } = modelClient();
    const source = counting(users(3));
    const run = client.users.updateMany(source.records);
    await new Promise(setImmediate);
    expect([source.read, model.bodies.length]).toEqual([0, 0]);
    expect(run.statistics().records).toBe(0);
    await Array.fromAsync(run);
    expect(source.read).toBe(3);
  });

  it('stays a bounded number of records ahead of the outcomes, over any number of them', async () => {
    const { client } = modelClient();
    const source = counting(users(100_000));
    const run = client.users.updateMany(source.records, { concurrency: 2, maxBatchSize: 500 });
    let taken = 0;
    let furthest = 0;
    for await (const { index } of run) {
      expect(index).toBe(taken);
      furthest = Math.max(furthest, source.read - taken);
      taken += 1;
    }
    expect(taken).toBe(100_000);
    expect(furthest).toBeGreaterThan(500);
    // The documented 2 × 2 × 500, and the record that the source has at hand.
    expect(furthest).toBeLessThanOrEqual(2001);
  });

  it('stays a bounded number of bytes ahead', async () => {
    const controller = new AbortController();
    const { client } = modelClient({ turns: () => 10_000 });
    const large = Array.from({ length: 100 }, (_, n) => user(n, { text: 'x'.repeat(100_000) }));
    const source = counting(large);
    const run = client.users.updateMany(source.records, {
      concurrency: 2,
      maxBatchBytes: 1_000_000,
      signal: controller.signal,
    });
    const pending = outcomesAndError(run);
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
    // The documented (2 + 1) × 1,000,000, and the record that goes beyond.
    expect(source.read).toBe(30);
    controller.abort();
    await pending;
  });

  it('goes on where all that fits into the window has to wait for each other', async () => {
    const { client, model } = modelClient();
    const records = users(12).map((each) => ({ ...each, email: 'ada@example.com' }));
    async function* endless(): AsyncGenerator<TestUser> {
      yield* records;
      await new Promise(() => undefined);
    }
    const run = client.users.updateMany(endless(), {
      maxBatchSize: 2,
      concurrency: 1,
      flushAfterMs: 2_000_000_000,
    });
    const iterator = run[Symbol.asyncIterator]();
    for (let n = 0; n < 9; n += 1) await iterator.next();
    expect(model.requests.slice(0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n]));
  });

  it('does not wait for records that a slow source does not have yet', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { client, model } = modelClient();
    async function* slow(): AsyncGenerator<TestUser> {
      yield user(0);
      yield user(1);
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      yield user(2);
    }
    const run = client.users.updateMany(slow(), { flushAfterMs: 250 });
    const iterator = run[Symbol.asyncIterator]();
    const first = iterator.next();
    await vi.advanceTimersByTimeAsync(249);
    expect(model.requests).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await first).toMatchObject({ value: { index: 0, status: 'delivered' } });
    expect(model.requests).toEqual([[0, 1]]);
    await iterator.next();
    const last = iterator.next();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await last).toMatchObject({ value: { index: 2, status: 'delivered' } });
    expect((await iterator.next()).done).toBe(true);
    vi.useRealTimers();
  });

  it('waits anew after each request of a slow source', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { client, model } = modelClient();
    async function* slow(): AsyncGenerator<TestUser> {
      for (let n = 0; n < 6; n += 1) {
        yield user(n);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    const pending = Array.fromAsync(client.users.updateMany(slow(), { flushAfterMs: 250 }));
    await vi.advanceTimersByTimeAsync(600);
    await pending;
    // Read at 0, 100, …; sent at 250 and, of those that came at 300 and after, at 550.
    expect(model.requests).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('sends a record as it was when it was read', async () => {
    const { client, model } = modelClient();
    function* reusing(): Generator<TestUser> {
      const row = user(0);
      for (let n = 0; n < 3; n += 1) {
        row.email = `u${n}@example.com`;
        yield row;
      }
    }
    await Array.fromAsync(client.users.updateMany(reusing()));
    const { users: sent } = JSON.parse(model.bodies[0] ?? '') as { users: { email: string }[] };
    expect(sent.map(({ email }) => email)).toEqual([
      'u0@example.com',
      'u1@example.com',
      'u2@example.com',
    ]);
  });

  it('gives the outcomes of all that was read before it throws what the source throws', async () => {
    const { client, model } = modelClient();
    const gone = new Error('the database is gone');
    function* failing(): Generator<TestUser> {
      yield* users(5);
      throw gone;
    }
    const run = client.users.updateMany(failing(), { maxBatchSize: 3 });
    const { outcomes, error } = await outcomesAndError(run);
    expect(error).toBe(gone);
    expect(outcomes.map(inShort)).toEqual([0, 1, 2, 3, 4].map((n) => `${n} delivered`));
    expect(model.stored).toHaveLength(5);
  });
});

describe('records that cannot be sent', () => {
  it('fail alone, in their place, and never keep others back', async () => {
    const { client, model } = modelClient();
    const bad = [
      { email: 'a@example.com', dataFields: { score: Number.NaN } },
      { dataFields: {} },
      { email: 'a@example.com', userId: 'a' },
      { email: '   ' },
      null,
      'a@example.com',
      {
        email: 'a@example.com',
        get dataFields(): object {
          throw new RangeError('secret@example.com');
        },
      },
      { email: 'a@example.com', dataFields: { text: 'x'.repeat(500) } },
    ];
    const records = bad.flatMap((record, n) => [user(n), record]) as { email: string }[];
    const outcomes = await Array.fromAsync(
      client.users.updateMany(records, { maxBatchBytes: 500, maxBatchSize: 3 }),
    );
    expect(outcomes.map(inShort)).toEqual(
      bad.flatMap((_, n) => [
        `${2 * n} delivered`,
        `${2 * n + 1} failed ${n === 7 ? 'TOO_LARGE' : 'INVALID_INPUT'}`,
      ]),
    );
    expect(model.stored).toHaveLength(bad.length);
    const reasons = outcomes.flatMap((each) => (each.status === 'failed' ? [each.reason] : []));
    expect(reasons[0]).toBe(
      'users/bulkUpdate: record.dataFields.score is NaN, which JSON cannot hold. Nothing was sent.',
    );
    expect(reasons[6]).toBe('The record could not be read (RangeError).');
    expect(reasons[7]).toMatch(/^The record has 5\d\d bytes, and a request has room for 488/);
    for (const outcome of outcomes) {
      if (outcome.status !== 'failed') continue;
      expect(outcome).toMatchObject({ retryable: false, mayHaveArrived: false });
    }
  });
});

describe('misuse', () => {
  it.each([
    [
      'an unknown option',
      { batchSize: 3 },
      /unknown option "batchSize". Did you mean "maxBatchSize"/,
    ],
    ['a batch of no records', { maxBatchSize: 0 }, /maxBatchSize must be a whole number from 1/],
    [
      'bytes as a text',
      { maxBatchBytes: '4MB' },
      /maxBatchBytes .* received a value of type string/,
    ],
    ['no requests at once', { concurrency: 0 }, /concurrency must be a whole number/],
    ['a time that is none', { flushAfterMs: -1 }, /flushAfterMs must be a whole number/],
    ['a word for a boolean', { strictFields: 'yes' }, /strictFields must be true or false/],
    ['a number for a boolean', { createNewFields: 1 }, /createNewFields must be true or false/],
    ['a signal that is none', { signal: {} }, /signal must be an AbortSignal/],
    ['no attempts', { maxAttempts: 0 }, /maxAttempts must be a whole number/],
    ['a hook that is none', { hooks: { onRetry: 3 } }, /hooks.onRetry must be a function/],
  ])('is refused before anything is read: %s', (_, options, message) => {
    const { client } = modelClient();
    const call = (): unknown => client.users.updateMany([], options as never);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  it.each([undefined, null, 3, 'a@example.com', {}])('is no source of records: %s', (records) => {
    const { client } = modelClient();
    expect(() => client.events.trackMany(records as never)).toThrow(
      /^events.trackMany: records must be an iterable/,
    );
  });

  it('iterates outcomes twice', async () => {
    const { client } = modelClient();
    const run = client.users.updateMany(users(1));
    await Array.fromAsync(run);
    await expect(Array.fromAsync(run)).rejects.toThrow(/can be iterated once/);
  });
});

it('gives no outcomes and makes no call for no records', async () => {
  const { client, model } = modelClient();
  expect(await Array.fromAsync(client.users.updateMany([]))).toEqual([]);
  expect(model.bodies).toEqual([]);
});
