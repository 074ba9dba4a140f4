import { smallDisk } from '../../small-disk.js';
import { NOWHERE, runIn, worldOf, type Symptoms } from './symptom.js';

/** Why there is no CSV. */
export const csvSymptoms: Symptoms = {
  'csv-folder': () => runIn(NOWHERE, { env: { OUTPUT_DIR: '/dev/null/exports' } }),

  'csv-table': async () => {
    const world = await worldOf(1);
    await world.database.run('drop table page_events');
    return runIn(world);
  },

  'csv-timeout': async () => {
    const world = await worldOf(1);
    await world.database.run(
      `alter database ${world.database.name} set statement_timeout = '100ms'`,
    );
    const slow = { query: 'select id, email, pg_sleep(60) from users', key: 'id', email: 'email' };
    return runIn(world, {
      files: { 'iterable-sync.config.json': JSON.stringify({ syncs: { slow } }) },
    });
  },

  'csv-key': async () => {
    const world = await worldOf(3);
    await world.database.run(
      "create view visits as select 1 as id, email, '/pricing' as page from users",
    );
    const visits = { query: 'select * from visits', key: 'id', email: 'email' };
    return runIn(world, {
      files: { 'iterable-sync.config.json': JSON.stringify({ syncs: { visits } }) },
    });
  },

  'disk-full': async () => runIn(await worldOf(1000), smallDisk(32_768)),

  'disk-full-log': async () => runIn(await worldOf(1), { env: { LOG_FILE: '/dev/full' } }),
};
