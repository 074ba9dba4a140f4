import { expect, it } from 'vitest';
import type { GoneRow } from '../src/index.js';
import { createWorld, members, membersFrom } from './world.js';

it('sends every row once, and nothing when nothing has changed', async () => {
  await using world = await createWorld();
  const rows = membersFrom(1, 20);
  const first = await world.run(rows);
  expect(first.counts).toMatchObject({ rows: 20, delivered: 20 });
  const sent = world.sandbox.requestCounts;
  const second = await world.run(rows);
  expect(second.counts).toMatchObject({ rows: 20, unchanged: 20, delivered: 0 });
  expect(world.sandbox.requestCounts).toEqual(sent);
});

it('sends what has changed, and only the part that has', async () => {
  await using world = await createWorld();
  const rows = membersFrom(1, 10);
  await world.run(rows);
  const sync = { ...members, event: ({ email }: { email: string }) => ({ email, eventName: 'x' }) };
  await world.run(rows, { sync });
  const before = world.requests('users/update');
  const changed = rows.map((row) => (row.id === 3 ? { ...row, plan: 'free' } : row));
  const { counts } = await world.run(changed, { sync });
  expect(counts).toMatchObject({ rows: 10, unchanged: 9, delivered: 1 });
  expect(world.requests('users/update') - before).toBe(1);
  expect(world.requests('events/track')).toBe(20);
  expect(world.sandbox.users.get({ email: 'user3@example.com' })?.dataFields).toMatchObject({
    plan: 'free',
  });
});

it('sends the failed part of a row again, and no other', async () => {
  await using world = await createWorld();
  world.sandbox.faults.add({
    operation: 'events/track',
    subject: { email: 'user2@example.com' },
    replies: [{ status: 400 }],
  });
  const rows = membersFrom(1, 3);
  expect((await world.run(rows)).counts).toMatchObject({ delivered: 2, partial: 1 });
  const { counts } = await world.run(rows);
  expect(counts).toMatchObject({ delivered: 1, unchanged: 2, partial: 0 });
  expect(world.requests('users/update')).toBe(3);
  expect(world.requests('events/track')).toBe(4);
});

it('sends all rows again where it is asked to, without a second event of any', async () => {
  await using world = await createWorld();
  const rows = membersFrom(1, 5);
  await world.run(rows);
  const { counts } = await world.run(rows, { select: 'all' });
  expect(counts).toMatchObject({ delivered: 5, unchanged: 0 });
  expect(world.requests('events/track')).toBe(10);
  expect(world.sandbox.events.all()).toHaveLength(5);
});

it('sends only what failed where it is asked to', async () => {
  await using world = await createWorld();
  world.sandbox.faults.add({
    operation: 'users/update',
    subject: { email: 'user2@example.com' },
    replies: [{ status: 400 }],
  });
  await world.run(membersFrom(1, 3));
  const { counts } = await world.run(membersFrom(1, 5), { select: 'failed' });
  expect(counts).toMatchObject({ rows: 5, delivered: 1, skipped: 4 });
  expect(world.sandbox.users.get({ email: 'user5@example.com' })).toBeUndefined();
});

it('sends no more rows than the limit, and the others in the next run', async () => {
  await using world = await createWorld();
  const rows = membersFrom(1, 10);
  const first = await world.run(rows, { limit: 4 });
  expect(first.counts).toMatchObject({ rows: 10, delivered: 4, notAttempted: 6 });
  expect(first.stopped).toMatchObject({ reason: 'limit' });
  const second = await world.run(rows, { limit: 4 });
  expect(second.counts).toMatchObject({ delivered: 4, unchanged: 4, notAttempted: 2 });
  const third = await world.run(rows, { limit: 4 });
  expect(third.counts).toMatchObject({ delivered: 2, unchanged: 8, notAttempted: 0 });
  expect(third.stopped).toBeUndefined();
  expect(world.sandbox.users.all()).toHaveLength(10);
});

it('fails the second row of a key, and keeps the first', async () => {
  await using world = await createWorld();
  const rows = [...membersFrom(1, 3), ...membersFrom(2, 1, 'free')];
  const { counts, failures } = await world.run(rows);
  expect(counts).toMatchObject({ rows: 4, delivered: 3, failed: 1 });
  expect(failures).toMatchObject([{ row: 4, key: '2', user: { code: 'DUPLICATE_KEY' } }]);
  expect((await world.run(rows)).counts).toMatchObject({ unchanged: 3, failed: 1 });
});

it('fails the profile that would overwrite that of a row before, and sends its event', async () => {
  await using world = await createWorld();
  const rows = [...membersFrom(1, 2), { id: 9, email: 'USER1@example.com', plan: 'free' }];
  const { counts, failures } = await world.run(rows);
  expect(counts).toMatchObject({ delivered: 2, partial: 1 });
  expect(failures).toMatchObject([
    { row: 3, user: { code: 'DUPLICATE_USER' }, event: { status: 'delivered' } },
  ]);
});

it('refuses what Iterable would refuse before it is sent, and the rest goes', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 1));
  const rows = membersFrom(1, 4).map((row) => ({ ...row, plan: row.id === 3 ? 7 : 'pro' }));
  const { counts, failures } = await world.run(rows as never);
  expect(counts).toMatchObject({ rows: 4, delivered: 2, unchanged: 1, failed: 1 });
  expect(failures).toMatchObject([{ row: 3, user: { code: 'FIELD_TYPE', attempts: 0 } }]);
});

it('stops before anything is sent where a whole column has another type', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 1));
  const before = world.requests('users/update');
  const rows = membersFrom(2, 4).map((row) => ({ ...row, plan: 7 }));
  const { counts, stopped } = await world.run(rows as never);
  expect(stopped).toMatchObject({ reason: 'field-types' });
  expect(stopped?.detail).toMatch(/plan/);
  expect(counts).toMatchObject({ rows: 4, notAttempted: 4 });
  expect(world.requests('users/update')).toBe(before);
});

it('tells how many rows have left the query, once, and takes them for new when they come back', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 5));
  const { gone, counts, notices } = await world.run(membersFrom(1, 3));
  expect(counts).toMatchObject({ rows: 3, unchanged: 3 });
  expect(gone).toEqual({ rows: 2, handled: 0, failed: 0 });
  expect(notices).toMatchObject([{ code: 'GONE' }]);
  expect((await world.run(membersFrom(1, 3))).gone).toMatchObject({ rows: 0 });
  const back = await world.run(membersFrom(1, 5));
  expect(back.counts).toMatchObject({ delivered: 2, unchanged: 3 });
});

it('tells nothing of rows that have left where they are to be ignored; they are new all the same when they come back', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 5));
  const ignoring = await world.run(membersFrom(1, 3), { gone: 'ignore' });
  expect(ignoring.counts).toMatchObject({ rows: 3, unchanged: 3 });
  expect(ignoring.gone).toBeUndefined();
  expect(ignoring.notices).toEqual([]);
  expect((await world.run(membersFrom(1, 3))).gone).toMatchObject({ rows: 0 });
  const { counts } = await world.run(membersFrom(1, 5), { gone: 'ignore' });
  expect(counts).toMatchObject({ delivered: 2, unchanged: 3 });
});

it.each([['reprot'], [{}], [{ event: 'left' }], [{ unsubscribe: 7 }]])(
  'refuses %j for what is done about rows that have left',
  async (gone) => {
    await using world = await createWorld();
    const run = world.run(membersFrom(1, 1), { gone: gone as never });
    await expect(run).rejects.toThrow(/^runSync: gone must be "report", "ignore", /);
  },
);

it('tracks an event for each row that has left, once, and takes it for new when it comes back', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 5));
  const gone = {
    event: (row: GoneRow) =>
      ({ email: 'email' in row ? row.email : '', eventName: 'left' }) as const,
  };
  const { gone: summary } = await world.run(membersFrom(1, 3), { gone });
  expect(summary).toEqual({ rows: 2, handled: 2, failed: 0 });
  expect(world.sandbox.events.all().filter(({ eventName }) => eventName === 'left')).toHaveLength(
    2,
  );
  expect((await world.run(membersFrom(1, 3), { gone })).gone).toMatchObject({ rows: 0 });
  const { counts } = await world.run(membersFrom(1, 5), { gone });
  expect(counts).toMatchObject({ delivered: 2, unchanged: 3 });
});

it('does not take an empty result for all rows having left', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 5));
  const { stopped, gone } = await world.run([], { gone: 'report' });
  expect(stopped).toMatchObject({ reason: 'guard', detail: expect.stringMatching(/knows 5/) });
  expect(gone).toBeUndefined();
  const allowed = await world.run([], { guards: { allowEmpty: true } });
  expect(allowed.gone).toMatchObject({ rows: 5 });
});

it('holds back a run that would change more than may be', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 10));
  const before = world.requests('users/update');
  const guards = { maxChangedPercent: 20 };
  const most = membersFrom(1, 10, 'free');
  const { stopped, counts } = await world.run(most, { guards });
  expect(stopped).toMatchObject({ reason: 'guard' });
  expect(counts).toMatchObject({ rows: 10, notAttempted: 10 });
  expect(world.requests('users/update')).toBe(before);
  const few = membersFrom(1, 10).map((row) => (row.id < 3 ? { ...row, plan: 'free' } : row));
  expect((await world.run(few, { guards })).counts).toMatchObject({ delivered: 2, unchanged: 8 });
});

it('stops after more failures than may be', async () => {
  await using world = await createWorld();
  const rows = membersFrom(1, 50).map((row) => ({ ...row, email: 'nobody' }));
  const { stopped, counts } = await world.run(rows, { guards: { maxFailures: 3 } });
  expect(stopped).toMatchObject({ reason: 'max-failures' });
  expect(counts.failed).toBeGreaterThan(3);
  expect(counts.rows).toBe(50);
});

it('lets one run of a sync go at a time', async () => {
  await using world = await createWorld();
  const other = await world.ledger.begin({ sync: 'members', startedAt: 0 });
  await expect(world.run(membersFrom(1, 1))).rejects.toMatchObject({ code: 'LOCKED' });
  await other[Symbol.asyncDispose]();
  expect(world.requests('users/update')).toBe(0);
});
