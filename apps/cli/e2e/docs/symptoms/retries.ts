import { createWorld } from '../../world.js';
import { runIn, worldOf, type Symptoms } from './symptom.js';

/** Retries that do not come, and those that come too often. */
export const retrySymptoms: Symptoms = {
  'retry-refused': async () => {
    const world = await worldOf(1);
    world.sandbox.faults.add({
      operation: 'users/update',
      replies: [{ status: 400, body: { code: 'BadParams', msg: 'Invalid field', params: null } }],
    });
    return runIn(world);
  },

  'retry-one-attempt': async () => {
    const world = await worldOf(1);
    world.sandbox.faults.add({ operation: 'users/update', replies: [{ status: 503 }] });
    return runIn(world, { env: { ITERABLE_MAX_ATTEMPTS: '1' } });
  },

  'retry-after': async () => {
    const world = await worldOf(1);
    world.sandbox.faults.add({
      operation: 'users/update',
      replies: [{ status: 429, headers: { 'retry-after': '7200' } }],
    });
    return runIn(world);
  },

  'rate-limit': async () => {
    const world = await worldOf(1);
    world.sandbox.faults.add({
      operation: 'users/update',
      replies: [{ status: 429, headers: { 'retry-after': '1' } }],
    });
    return runIn(world);
  },

  unreachable: async () => {
    const world = await createWorld();
    await world.sandbox.close();
    await world.database.run(
      "insert into users (id, email, plan_type) select n, 'user' || n || '@example.com', 'pro' from generate_series(1, 20) n",
    );
    await world.database.run(
      "insert into page_events (user_id, page, event_time) select id, '/pricing', now() from users",
    );
    return runIn(world, { argv: ['--max-attempts', '1'] });
  },
};
