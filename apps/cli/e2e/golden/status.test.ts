import { describe, it } from 'vitest';
import { runCli } from '../cli-process.js';
import { addUsers, createWorld } from '../world.js';
import { golden } from './golden.js';

describe('the status', () => {
  it('of a ledger that is not there', () => golden('status-none', ['status']));

  it('of some runs', () =>
    golden('status', ['status'], async () => {
      const world = await createWorld();
      const { env } = world;
      await addUsers(world, 40);
      await world.database.run(`update users set email = 'no address ' || id where id <= 3`);
      const { folder } = await runCli(['run', '--limit', '30'], { env });
      await runCli(['run'], { env, folder });
      await world.database.run(`update users set first_name = 'Other' where id > 20`);
      await runCli(['run', '--max-changed', '20'], { env, folder });
      return { folder };
    }));
});
