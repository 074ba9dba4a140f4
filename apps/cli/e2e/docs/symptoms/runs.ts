import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCli } from '../../cli-process.js';
import { runIn, syncOfUsers, worldOf, type Symptoms } from './symptom.js';

/** Runs that send too little, too much, or nothing. */
export const runSymptoms: Symptoms = {
  locked: async () => {
    const world = await worldOf(1);
    world.sandbox.faults.add({ operation: 'users/update', replies: [{ delayMs: 600_000 }] });
    const first = startCli(['run'], { env: world.env });
    await first.shows('Attempt 1/3 for users/update');
    const second = await runIn(world, { folder: first.folder });
    first.kill('SIGKILL');
    return second;
  },

  killed: async () => {
    const world = await worldOf(1);
    world.sandbox.faults.add({ operation: 'users/update', replies: [{ delayMs: 600_000 }] });
    const first = startCli(['run'], { env: world.env });
    await first.shows('Attempt 1/3 for users/update');
    first.kill('SIGKILL');
    await first.done;
    // It may have been killed before its request came.
    world.sandbox.faults.clear();
    return runIn(world, { folder: first.folder });
  },

  empty: async () => {
    const world = await worldOf(2);
    const { folder } = await runIn(world);
    await world.database.run('delete from page_events');
    return runIn(world, { folder });
  },

  'all-again-ledger': async () => {
    const world = await worldOf(2);
    const { folder } = await runIn(world);
    rmSync(join(folder, '.iterable-sync'), { recursive: true });
    return runIn(world, { command: 'plan', folder });
  },

  'all-again-mapping': async () => {
    const world = await worldOf(2);
    const { folder } = await runIn(world, { files: syncOfUsers('id, email, plan_type') });
    const files = syncOfUsers('id, email, plan_type', { case: 'camel' });
    return runIn(world, { command: 'plan', folder, files });
  },

  unchanged: async () => {
    const world = await worldOf(2);
    const { folder } = await runIn(world);
    return runIn(world, { folder });
  },
};
