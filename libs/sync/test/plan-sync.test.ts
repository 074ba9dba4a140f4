import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planSync, type PlanSyncOptions } from '../src/index.js';
import { createWorld, members, membersFrom, query, type Member, type World } from './world.js';

function plan(world: World, rows: readonly Member[], more: Partial<PlanSyncOptions<Member>> = {}) {
  const { ledger } = world;
  return planSync({ sync: members, rows: query(rows), client: world.client(), ledger, ...more });
}

it('tells what is new, changed and in which fields, unchanged, refused and gone', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 10));
  const before = world.sandbox.requestCounts;
  const rows = [
    ...membersFrom(1, 5),
    ...membersFrom(6, 2, 'free'),
    ...membersFrom(11, 3),
    { id: 99, email: 'nobody', plan: 'pro' },
  ];
  const told = await plan(world, rows);
  expect(told).toMatchObject({
    sync: 'members',
    counts: { rows: 11, new: 3, changed: 2, retry: 0, repeat: 0, unchanged: 5, refused: 1 },
    changedFields: { 'user.dataFields.plan': 2, 'event.dataFields.plan': 2 },
    gone: 3,
    delivery: 'single',
    calls: [
      { operation: 'users/update', calls: 5, callsPerSecond: 500 },
      { operation: 'events/track', calls: 5, callsPerSecond: 2000 },
    ],
    refused: [
      { row: 11, key: '99', part: 'user', code: 'IDENTIFIER' },
      { row: 11, key: '99', part: 'event', code: 'IDENTIFIER' },
    ],
  });
  expect(told.seconds).toBeCloseTo(0.01);
  expect(world.sandbox.requestCounts).toEqual({ ...before, 'users/getFields': { 200: 2 } });
});

it('takes no lock and writes nothing', async () => {
  await using world = await createWorld();
  const run = await world.ledger.begin({ sync: 'members', startedAt: 0 });
  await plan(world, membersFrom(1, 3));
  expect(await run.count()).toBe(0);
  expect(await world.ledger.runs()).toHaveLength(1);
  await run[Symbol.asyncDispose]();
});

it('counts the requests of bulk delivery', async () => {
  await using world = await createWorld();
  const { delivery, calls, seconds } = await plan(world, membersFrom(1, 2500));
  expect(delivery).toBe('bulk');
  expect(calls.map(({ operation, calls: count }) => [operation, count])).toEqual([
    ['users/bulkUpdate', 3],
    ['events/trackBulk', 3],
  ]);
  expect(seconds).toBeCloseTo(0.6);
});

it('tells a column of another type than Iterable has', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 1));
  const rows = membersFrom(2, 3).map((row) => ({ ...row, plan: 7 }));
  const { stopped } = await plan(world, rows as never);
  expect(stopped).toMatchObject({ reason: 'field-types', detail: expect.stringMatching(/plan/) });
  expect(await world.run(rows as never)).toMatchObject({ stopped });
});

it.each<[string, Member[], Partial<PlanSyncOptions<Member>>]>([
  ['more has changed than may', membersFrom(1, 10, 'free'), { guards: { maxChangedPercent: 50 } }],
  ['the query returns nothing', [], {}],
  [
    'more can not be sent than may fail',
    [...membersFrom(1, 10), ...[11, 12].map((id) => ({ id, email: 'nobody', plan: 'pro' }))],
    { guards: { maxFailures: 1 } },
  ],
])('foresees the end of a run where %s', async (_, rows, options) => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 10));
  const { stopped } = await plan(world, rows, options);
  expect(stopped).toBeDefined();
  expect(await world.run(rows, options as object)).toMatchObject({ stopped });
});

it('foresees no end where an empty result is allowed, or rows that left are none of its concern', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 10));
  expect(await plan(world, [], { guards: { allowEmpty: true } })).not.toHaveProperty('stopped');
  expect(await plan(world, [], { select: 'failed' })).not.toHaveProperty('stopped');
});

it('says how many rows can not be sent, by code, beyond those that it names', async () => {
  await using world = await createWorld();
  const nobodies = Array.from({ length: 80 }, (_, at) => ({
    id: 200 + at,
    email: 'nobody',
    plan: 'a',
  }));
  const twice = { id: 99, email: 'USER1@example.com', plan: 'free' };
  const told = await plan(world, [
    ...nobodies,
    ...membersFrom(100, 1),
    ...membersFrom(1, 1),
    twice,
  ]);
  expect(told.refused).toHaveLength(100);
  expect(told.refusedCodes).toEqual({ IDENTIFIER: 80, DUPLICATE_USER: 1 });
  expect(told).toMatchObject({ counts: { refused: 80, new: 3 }, partlyRefused: 1 });
});

it('says why rows are sent as they are, as the run does', async () => {
  await using world = await createWorld();
  const options = { strictFields: true };
  const { delivery, deliveryReason } = await plan(world, membersFrom(1, 2), options);
  expect(delivery).toBe('bulk');
  await world.run(membersFrom(1, 2), options);
  expect(world.events).toContainEqual({
    type: 'delivery-chosen',
    mode: delivery,
    why: deliveryReason,
  });
});

it('gives the error of a source that fails', async () => {
  await using world = await createWorld();
  const broken: AsyncIterable<Member> = {
    async *[Symbol.asyncIterator]() {
      yield* membersFrom(1, 2);
      await Promise.reject(new Error('cursor lost'));
    },
  };
  await expect(plan(world, [], { rows: broken })).rejects.toThrow('cursor lost');
});

it('refuses options that it has no use for', async () => {
  await using world = await createWorld();
  await expect(plan(world, [], { limit: 3 } as never)).rejects.toThrow(/unknown option limit/);
});

const row = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  email: fc.constantFrom(
    'a@example.com',
    'b@example.com',
    'c@example.com',
    'nobody',
    'A@example.com',
  ),
  plan: fc.constantFrom('pro', 'free'),
});

it('agrees with the run that follows it, whatever the rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 15 }),
      fc.array(row, { maxLength: 15 }),
      async (earlier, later) => {
        await using world = await createWorld();
        await world.run(earlier);
        const told = await plan(world, later);
        const { rows, ...counts } = told.counts;
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows);
        const before = world.requests('users/update') + world.requests('events/track');
        const summary = await world.run(later, { guards: { allowEmpty: true } });
        const sent = world.requests('users/update') + world.requests('events/track') - before;
        expect(told.calls.reduce((sum, { calls }) => sum + calls, 0)).toBe(sent);
        expect(summary.counts.unchanged).toBe(told.counts.unchanged);
        expect(summary.counts.skipped).toBe(told.counts.skipped);
        expect(summary.gone?.rows).toBe(told.gone);
        const { failed, partial } = summary.counts;
        expect(told.counts.refused + told.partlyRefused).toBe(failed + partial);
      },
    ),
    { numRuns: 40 },
  );
});
