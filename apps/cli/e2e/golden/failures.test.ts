import { describe, it } from 'vitest';
import { runCli } from '../cli-process.js';
import { addUsers, createWorld } from '../world.js';
import { golden } from './golden.js';

describe('the failures', () => {
  it('of a run', () =>
    golden('failures', ['failures'], async () => {
      const world = await createWorld();
      await addUsers(world, 5);
      await world.database.run(`update users set email = 'no address ' || id where id <= 2`);
      world.sandbox.forget({ email: 'user3@example.com' });
      const { folder } = await runCli(['run'], { env: world.env });
      return { folder };
    }));
});
