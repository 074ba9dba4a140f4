import { expect, it } from 'vitest';
import type { DeliveryMode } from '../src/index.js';
import { createWorld, membersFrom, type World } from './world.js';

const EMAIL = 'user4@example.com';

/** Iterable says of an event that it does not know the user, so many times. */
function unknownUser({ sandbox }: World, delivery: DeliveryMode, times = 1): void {
  const single = {
    operation: 'events/track',
    subject: { email: EMAIL },
    replies: Array.from({ length: times }, () => ({
      status: 400,
      body: { code: 'UnknownEmailError', msg: 'no such user', params: null },
    })),
  } as const;
  const failedUpdates = { notFoundEmails: [EMAIL] };
  const bulk = {
    operation: 'events/trackBulk',
    replies: Array.from({ length: times }, (_, index) => ({
      status: 200,
      body: { successCount: index === 0 ? 9 : 0, failCount: 1, failedUpdates },
    })),
  } as const;
  sandbox.faults.add(delivery === 'single' ? single : bulk);
}

const DELIVERIES = ['single', 'bulk'] as const;

it.each(DELIVERIES)(
  'are sent again once Iterable should know the user, in %s delivery, and the profile is not',
  async (delivery) => {
    await using world = await createWorld();
    unknownUser(world, delivery);
    const waits: number[] = [];
    const { counts } = await world.run(membersFrom(1, 10), {
      delivery,
      sleep: (delayMs) => Promise.resolve(waits.push(delayMs)),
    });
    expect(counts).toMatchObject({ rows: 10, delivered: 10 });
    expect(world.events).toContainEqual({ type: 'waiting', rows: 1, delayMs: waits[0] });
    expect(world.requests(delivery === 'single' ? 'users/update' : 'users/bulkUpdate')).toBe(
      delivery === 'single' ? 10 : 1,
    );
    expect(world.sandbox.events.of({ email: EMAIL })).toHaveLength(1);
  },
);

it.each(DELIVERIES)('that fail again are failures, in %s delivery', async (delivery) => {
  await using world = await createWorld();
  unknownUser(world, delivery, 2);
  const { counts, failures } = await world.run(membersFrom(1, 10), { delivery });
  expect(counts).toMatchObject({ rows: 10, delivered: 9, partial: 1 });
  expect(failures).toMatchObject([
    { key: '4', user: { status: 'delivered' }, event: { status: 'failed' } },
  ]);
});

it.each(DELIVERIES)('that are not waited for are failures, in %s delivery', async (delivery) => {
  await using world = await createWorld();
  unknownUser(world, delivery);
  const stop = new AbortController();
  const { counts, stopped, failures } = await world.run(membersFrom(1, 10), {
    delivery,
    stop: stop.signal,
    sleep: (_, signal) => {
      stop.abort();
      return Promise.reject(signal.reason as Error);
    },
  });
  expect(stopped).toMatchObject({ reason: 'interrupted' });
  expect(counts).toMatchObject({ rows: 10, delivered: 9, partial: 1 });
  expect(failures).toMatchObject([{ key: '4', event: { status: 'failed' } }]);
  // The next run sends what is missing.
  expect((await world.run(membersFrom(1, 10), { delivery })).counts).toMatchObject({
    delivered: 1,
    unchanged: 9,
  });
});
