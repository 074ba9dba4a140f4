import { describe, expect, it } from 'vitest';
import { createWorld, members, membersFrom, type World } from './world.js';

const event = ({ key }: { readonly key: string }) =>
  ({ email: `user${key}@example.com`, eventName: 'left' }) as const;

/** A world with so many members, all of them on list 1. */
async function subscribed(count: number): Promise<World> {
  const world = await createWorld();
  await world.run(membersFrom(1, count));
  const { lists } = world.client();
  const { listId } = await lists.create({ name: 'members' });
  const emails = membersFrom(1, count).map(({ email }) => ({ email }));
  for await (const { status } of lists.subscribeMany(listId, emails)) {
    expect(status).toBe('delivered');
  }
  return world;
}

const onList = async (world: World): Promise<string[]> =>
  Array.fromAsync(world.client().lists.eachUser({ listId: 1 }));

describe('rows that have left', () => {
  const gone = { unsubscribe: { listId: 1 } };

  it('are unsubscribed from the list, once, and new when they come back', async () => {
    await using world = await subscribed(5);
    const { gone: summary } = await world.run(membersFrom(1, 3), { gone });
    expect(summary).toEqual({ rows: 2, handled: 2, failed: 0 });
    expect(await onList(world)).toEqual(membersFrom(1, 3).map(({ email }) => email));
    expect((await world.run(membersFrom(1, 3), { gone })).gone).toMatchObject({ rows: 0 });
    expect((await world.run(membersFrom(1, 5), { gone })).counts).toMatchObject({ delivered: 2 });
  });

  it('and could not be unsubscribed are tried again by the next run', async () => {
    await using world = await subscribed(4);
    world.sandbox.faults.add({ operation: 'lists/unsubscribe', replies: [{ status: 400 }] });
    const first = await world.run(membersFrom(1, 3), { gone });
    expect(first.gone).toMatchObject({ rows: 1, handled: 0, failed: 1 });
    expect(first.gone?.reason).toContain('lists/unsubscribe');
    const second = await world.run(membersFrom(1, 3), { gone });
    expect(second.gone).toEqual({ rows: 1, handled: 1, failed: 0 });
    expect(await onList(world)).toHaveLength(3);
  });

  it('are left for the next run where the signal ends this one', async () => {
    await using world = await subscribed(4);
    const end = new AbortController();
    const client = world.client({
      hooks: {
        onAttempt: ({ operation }) => {
          if (operation === 'lists/unsubscribe') end.abort();
        },
      },
    });
    const first = await world.run(membersFrom(1, 3), { gone, client, signal: end.signal });
    expect(first.gone).toMatchObject({ rows: 1, handled: 0, failed: 1 });
    const second = await world.run(membersFrom(1, 3), { gone });
    expect(second.gone).toEqual({ rows: 1, handled: 1, failed: 0 });
  });

  it.each([{ gone }, { gone: { event } }])(
    'of whom nothing is known but the key are done with: %j',
    async (options) => {
      await using world = await createWorld();
      const nobody = { name: members.name, key: members.key, user: () => ({}) as never };
      const first = await world.run(membersFrom(1, 1), { sync: nobody });
      expect(first.counts).toMatchObject({ failed: 1 });
      const second = await world.run(membersFrom(2, 1), options);
      expect(second.gone).toEqual({ rows: 1, handled: 1, failed: 0 });
      expect(world.requests('lists/unsubscribe')).toBe(0);
    },
  );
});

describe('events of rows that have left', () => {
  it('that got no answer stop the run, and are sent by the next', async () => {
    await using world = await createWorld();
    await world.run(membersFrom(1, 40));
    const down = Array.from({ length: 300 }, () => ({ status: 503 }));
    world.sandbox.faults.add({ operation: 'events/track', replies: down });
    const first = await world.run(membersFrom(1, 1), { gone: { event }, outageThreshold: 3 });
    expect(first.stopped).toMatchObject({ reason: 'unreachable' });
    expect(first.gone).toMatchObject({ rows: 39, handled: 0, failed: 39 });
    expect(first.gone?.reason).toContain('events/track');
    world.sandbox.faults.clear();
    const second = await world.run(membersFrom(1, 1), { gone: { event } });
    expect(second.gone).toEqual({ rows: 39, handled: 39, failed: 0 });
  });

  it('that are refused fail alone', async () => {
    await using world = await createWorld();
    await world.run(membersFrom(1, 4));
    world.sandbox.faults.add({
      operation: 'events/track',
      subject: { email: 'user3@example.com' },
      replies: [{ status: 400 }],
    });
    const { gone, stopped } = await world.run(membersFrom(1, 1), { gone: { event } });
    expect(gone).toMatchObject({ rows: 3, handled: 2, failed: 1 });
    expect(stopped).toBeUndefined();
  });

  it('that cannot be made fail with the reason', async () => {
    await using world = await createWorld();
    await world.run(membersFrom(1, 3));
    const { gone } = await world.run(membersFrom(1, 1), {
      gone: {
        event: (row) => {
          if (row.key === '2') throw new Error('no event for 2');
          return event(row);
        },
      },
    });
    expect(gone).toEqual({ rows: 2, handled: 1, failed: 1, reason: 'no event for 2' });
  });
});
