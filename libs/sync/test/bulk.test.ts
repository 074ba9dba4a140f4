import { IterableClient } from '@org/iterable-client';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SyncEvent } from '../src/index.js';
import { createWorld, members, membersFrom, query, type Member } from './world.js';

it('sends many rows in few requests, and accounts for each', async () => {
  await using world = await createWorld();
  const summary = await world.run(membersFrom(1, 2500));
  expect(summary).toMatchObject({ delivery: 'bulk', counts: { rows: 2500, delivered: 2500 } });
  expect(world.requests('users/bulkUpdate')).toBe(3);
  expect(world.requests('users/update')).toBe(0);
  expect(world.sandbox.users.all()).toHaveLength(2500);
  expect(world.sandbox.events.all()).toHaveLength(2500);
  const again = await world.run(membersFrom(1, 2500));
  expect(again.counts).toMatchObject({ unchanged: 2500 });
});

it('is chosen from so many rows on', async () => {
  await using world = await createWorld();
  const modes: string[] = [];
  for (const [first, count] of [
    [1, 9],
    [10, 10],
  ] as const) {
    const summary = await world.run(membersFrom(first, count), { bulkFrom: 10 });
    modes.push(summary.delivery ?? '');
  }
  expect(modes).toEqual(['single', 'bulk']);
});

it('is refused with a JWT before anything is read', async () => {
  await using world = await createWorld();
  const headers = (): Record<string, string> => ({ 'Api-Key': 'test-key' });
  const client = new IterableClient({
    auth: { method: 'jwt', headers },
    baseUrl: world.sandbox.url,
  });
  await expect(world.run([], { delivery: 'bulk', client })).rejects.toThrow(/JWT is of one user/);
  const { delivery } = await world.run(membersFrom(1, 20), { bulkFrom: 5, client });
  expect(delivery).toBe('single');
});

it('fails the one row whose type is wrong, and delivers the others', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 1));
  const rows = membersFrom(2, 100).map((row) => (row.id === 50 ? { ...row, plan: 7 } : row));
  const { counts, failures } = await world.run(rows as never, {
    delivery: 'bulk',
    fieldTypes: 'off',
  });
  expect(counts).toMatchObject({ rows: 100, delivered: 99, failed: 1 });
  expect(failures).toMatchObject([{ row: 49, user: { status: 'failed' } }]);
});

it('sends rows with one part only past the other', async () => {
  await using world = await createWorld();
  const sync = {
    ...members,
    user: ({ id, email, plan }: Member) => (id % 3 === 0 ? null : { email, dataFields: { plan } }),
    event: ({ id, email }: Member) => (id % 3 === 1 ? null : { email, eventName: 'seen' }),
  };
  await world.run(membersFrom(1, 300), { sync: members, delivery: 'bulk' });
  const { counts } = await world.run(membersFrom(1, 300, 'free'), { sync, delivery: 'bulk' });
  expect(counts).toMatchObject({ rows: 300, delivered: 300 });
  const seen = world.sandbox.events.all().filter(({ eventName }) => eventName === 'seen');
  expect(seen).toHaveLength(200);
});

it('sends events again whose users Iterable did not know yet', async () => {
  await using world = await createWorld();
  const waits: number[] = [];
  world.sandbox.faults.add({
    operation: 'events/trackBulk',
    replies: [
      {
        status: 200,
        body: {
          successCount: 9,
          failCount: 1,
          failedUpdates: { notFoundEmails: ['user4@example.com'] },
        },
      },
    ],
  });
  const { counts } = await world.run(membersFrom(1, 10), {
    delivery: 'bulk',
    sleep: (delayMs) => Promise.resolve(waits.push(delayMs)),
  });
  expect(counts).toMatchObject({ delivered: 10 });
  expect(world.events).toContainEqual({ type: 'waiting', rows: 1, delayMs: waits[0] });
  expect(waits[0]).toBeGreaterThan(50_000);
  expect(world.requests('events/trackBulk')).toBe(2);
});

it('tells which fields Iterable dropped, and with strictFields fails their rows', async () => {
  await using world = await createWorld();
  const sync = { ...members, createNewFields: false };
  const { counts, notices } = await world.run(membersFrom(1, 3), { sync, delivery: 'bulk' });
  expect(counts).toMatchObject({ delivered: 3 });
  expect(notices).toMatchObject([{ code: 'FIELDS_FILTERED', message: /plan/ }]);
  const strict = { sync, delivery: 'bulk', strictFields: true } as const;
  const second = await world.run(membersFrom(4, 3), strict);
  expect(second.failures[0]).toMatchObject({ user: { code: 'FIELDS_FILTERED' } });
  expect(second.counts).toMatchObject({ partial: 3 });
});

it('stops at credentials that are refused, with no row failed', async () => {
  await using world = await createWorld();
  const client = new IterableClient({ apiKey: 'wrong', baseUrl: world.sandbox.url });
  const { stopped, counts } = await world.run(membersFrom(1, 3000), { client, fieldTypes: 'off' });
  expect(stopped).toMatchObject({ reason: 'authentication' });
  expect(counts).toMatchObject({ rows: 3000, notAttempted: 3000 });
});

it('stops when Iterable does not answer, and what was under way is sent by the next run', async () => {
  await using world = await createWorld();
  const down = Array.from({ length: 60 }, () => ({ status: 503 }));
  world.sandbox.faults.add({ operation: 'users/bulkUpdate', replies: down });
  const rows = membersFrom(1, 1000);
  const { stopped, counts } = await world.run(rows, { batchSize: 20 });
  expect(stopped).toMatchObject({ reason: 'unreachable' });
  expect(counts.delivered).toBe(0);
  expect(counts.failed + counts.notAttempted).toBe(1000);
  world.sandbox.faults.clear();
  const { counts: second } = await world.run(rows);
  expect(second).toMatchObject({ rows: 1000, delivered: 1000 });
});

it.each(['stop', 'signal'] as const)('ends at a %s with every row accounted for', async (kind) => {
  await using world = await createWorld();
  const end = new AbortController();
  const rows = membersFrom(1, 2000);
  const onEvent = ({ type }: SyncEvent): void => {
    if (type === 'row-finished') end.abort();
  };
  const first = await world.run(rows, { [kind]: end.signal, onEvent, batchSize: 20 });
  expect(first.stopped).toMatchObject({ reason: 'interrupted' });
  const { delivered, failed, partial, notAttempted } = first.counts;
  expect(delivered + failed + partial + notAttempted).toBe(2000);
  expect(notAttempted).toBeGreaterThan(0);
  const second = await world.run(rows);
  expect(second.counts.delivered + second.counts.unchanged).toBe(2000);
  expect(world.sandbox.events.all()).toHaveLength(2000);
});

const fault = fc.constantFrom(
  { status: 429 },
  { status: 503 },
  { status: 400 },
  { reset: 'before' as const },
  { reset: 'after' as const },
  { status: 200, body: '<html></html>' },
  { status: 413 },
);
const operation = fc.constantFrom(
  'users/update',
  'events/track',
  'users/bulkUpdate',
  'events/trackBulk',
);

it('accounts for every row whatever fails, and ends where a run without faults ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(operation, fc.array(fault, { minLength: 1, maxLength: 6 })), {
        maxLength: 4,
      }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('single' as const, 'bulk' as const),
      fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      async (faults, count, delivery, limit) => {
        await using world = await createWorld();
        for (const [name, replies] of faults)
          world.sandbox.faults.add({ operation: name, replies });
        const rows = membersFrom(1, count);
        const options = { delivery, ...(limit !== undefined && { limit }) };
        const { counts } = await world.run(rows, options);
        const { rows: all, ...outcomes } = counts;
        expect(Object.values(outcomes).reduce((sum, each) => sum + each, 0)).toBe(all);
        expect(all).toBe(count);
        world.sandbox.faults.clear();
        const last = await world.run(rows, { delivery });
        expect(last.counts.delivered + last.counts.unchanged).toBe(count);
        expect(world.sandbox.users.all()).toHaveLength(count);
        expect(world.sandbox.events.all()).toHaveLength(count);
        expect((await world.run(rows, { delivery })).counts.unchanged).toBe(count);
      },
    ),
    { numRuns: 30 },
  );
});

it('reads rows no faster than they go', async () => {
  await using world = await createWorld();
  let read = 0;
  let finished = 0;
  let ahead = 0;
  const rows = membersFrom(1, 8000);
  const counted: AsyncIterable<Member> = {
    async *[Symbol.asyncIterator]() {
      for await (const row of query(rows)) {
        read += 1;
        ahead = Math.max(ahead, read - finished);
        yield row;
      }
    },
  };
  const { counts } = await world.run([], {
    rows: counted,
    total: rows.length,
    batchSize: 100,
    onEvent: ({ type }) => {
      if (type === 'row-finished') finished += 1;
    },
  });
  expect(counts.delivered).toBe(8000);
  // Two windows of the batches (10 and 10 requests of 100), the channel between (2,000), and two chunks.
  expect(ahead).toBeLessThanOrEqual(6000);
});
