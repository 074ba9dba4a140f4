import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from './cli-process.js';
import { addUsers, createWorld } from './world.js';

it('a key that repeats is refused before anything is written or sent: exit code 4', async () => {
  const world = await createWorld();
  await addUsers(world, 8);
  await world.database.run(`
    alter table users rename to people;
    create view users as
      select * from people
      union all select * from people where id in (3, 5)
      union all select * from people where id = 5;`);
  const { exitCode, stdout, stderr, folder } = await runCli(['run'], { env: world.env });
  expect(exitCode).toBe(4);
  expect(stderr).toMatch(/^error\[KEY\]: .*\n$/);
  expect(stderr).toContain('"id"');
  expect(stderr).toContain('of 11 rows, 2 keys are there more than once');
  expect(stderr).toContain('3 (2 rows, the first is row 3), 5 (3 rows, the first is row 6)');
  expect(stdout).not.toMatch(/STEP 4|STEP 5/);
  expect(world.sandbox.requests).toEqual([]);
  expect(readdirSync(folder)).toEqual(['iterable_integration.log']);
  expect(readFileSync(join(folder, 'iterable_integration.log'), 'utf8')).toContain(
    ' - ERROR - error[KEY]: ',
  );
});
