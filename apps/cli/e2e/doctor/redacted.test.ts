import { expect, it } from 'vitest';
import { addUsers, createWorld } from '../world.js';
import { doctor, SQL_SYNC } from './ask-doctor.js';

const redacted = { LOG_REDACT: 'true' };

it('with LOG_REDACT keys that repeat are told by the places of their rows', async () => {
  const world = await createWorld();
  await addUsers(world, 2);
  await world.database.run("update users set last_name = 'Byron'");
  const config = SQL_SYNC.replace('id, email', 'id, last_name, email')
    .replace('key: id', 'key: last_name')
    .concat('    ignore: [id]\n');
  const files = { 'iterable-sync.config.yaml': config };
  const { check, stdout, stderr } = await doctor(world, { files, env: redacted });
  expect(check('keys').status).toBe('failed');
  expect(check('keys').found).toContain('2 rows, the first is row 1');
  expect(stdout + stderr).not.toContain('Byron');
  const open = await doctor(world, { files });
  expect(open.check('keys').found).toContain('Byron');
});

it('with LOG_REDACT what the code of a sync says of a record is not told', async () => {
  const world = await createWorld();
  await addUsers(world, 1);
  await world.database.run("update users set last_name = 'Byron'");
  const files = {
    'iterable-sync.config.ts': `
      import { defineConfig, fromQuery, sqlQuery } from '@org/cli';
      export default defineConfig({
        syncs: {
          plans: fromQuery({
            query: sqlQuery({ name: 'plans', text: 'select id, email, last_name from users' }),
            key: 'id',
            user: ({ last_name }) => {
              throw new Error(\`no plan for \${String(last_name)}\`);
            },
          }),
        },
      });`,
  };
  const { check, stdout, stderr } = await doctor(world, { files, env: redacted });
  expect(check('values').found).toContain('record 1: Not sent: the mapping of the sync failed');
  expect(stdout + stderr).not.toContain('Byron');
  const open = await doctor(world, { files });
  expect(open.check('values').found).toContain('no plan for Byron');
});
