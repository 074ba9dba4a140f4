import { describe, it } from 'vitest';
import { runCli } from '../cli-process.js';
import { addUsers, createWorld } from '../world.js';
import { golden } from './golden.js';

describe('a plan', () => {
  it('before the first run', () =>
    golden('plan-first', ['plan'], async () => {
      const world = await createWorld();
      await addUsers(world, 600);
      return { env: world.env };
    }));

  it('of changes', () =>
    golden('plan-changes', ['plan', '--max-changed', '10'], async () => {
      const world = await createWorld();
      await addUsers(world, 30);
      const { folder } = await runCli(['run'], { env: world.env });
      await world.database.run(`
        update users set first_name = 'Other' where id between 1 and 5;
        update users set last_name = 'Other' where id between 3 and 4;
        update users set email = 'no address ' || id where id between 6 and 11;
        update users set email = 'USER30@example.com' where id = 12;
        update users set plan_type = 'free' where id between 13 and 14`);
      return { env: world.env, folder };
    }));
});
