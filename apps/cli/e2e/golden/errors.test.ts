import { describe, it } from 'vitest';
import { addUsers, createWorld } from '../world.js';
import { golden } from './golden.js';

describe('an error', () => {
  it('of usage', () => golden('error-usage', ['run', '--dayz', '3']));

  it('of a command that there is not', () => golden('error-command', ['rum']));

  it('of configuration: all that is wrong, at once', () =>
    golden('error-configuration', ['run'], () => ({
      env: { ITERABLE_APIKEY: 'x', LOG_LEVEL: 'loud', ITERABLE_TIMEOUT_MS: 'soon' },
    })));

  it('of the database', () =>
    golden('error-database', ['run'], async () => {
      const world = await createWorld();
      await world.database.run('drop table page_events');
      return { env: world.env };
    }));

  it('of the credentials', () =>
    golden('error-authentication', ['run'], async () => {
      const world = await createWorld();
      await addUsers(world, 3);
      return { env: { ...world.env, ITERABLE_API_KEY: 'not-the-key-that-it-knows-000000' } };
    }));
});
