import { describe, it } from 'vitest';
import { addUsers, createWorld } from '../world.js';
import { golden } from './golden.js';

describe('a run', () => {
  it('of few records tells of each', () =>
    golden('run-few', ['run'], async () => {
      const world = await createWorld();
      await addUsers(world, 2);
      return { env: world.env };
    }));

  it('of many records tells how far it is', () =>
    golden('run-many', ['run'], async () => {
      const world = await createWorld();
      await addUsers(world, 600);
      return { env: world.env };
    }));

  it('with failures tells why, and what to do', () =>
    golden('run-failures', ['run'], async () => {
      const world = await createWorld();
      await addUsers(world, 30);
      await world.database.run(
        "update users set email = 'no address ' || id where id between 5 and 7",
      );
      world.sandbox.forget({ email: 'user2@example.com' });
      world.sandbox.forget({ email: 'user9@example.com' });
      world.sandbox.faults.add({
        operation: 'events/track',
        subject: { email: 'user20@example.com' },
        replies: [{ status: 503 }, { status: 503 }, { status: 503 }],
      });
      return { env: world.env };
    }));

  it('that is to sign tokens and has no secret falls back to the key', () =>
    golden('run-jwt-fallback', ['run', '--jwt'], async () => {
      const world = await createWorld();
      await addUsers(world, 1);
      return { env: world.env };
    }));
});
