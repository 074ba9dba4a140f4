import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { runCli, startCli } from './cli-process.js';
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

it('Ctrl-C while the key is checked ends the query on the server: exit code 130', async () => {
  const world = await createWorld();
  await addUsers(world, 3000);
  await world.database.run(`
    alter table users rename to people;
    create function slowly(bigint) returns bigint stable language plpgsql
      as 'begin perform pg_sleep(0.01); return $1; end';
    create view users as
      select slowly(id) as id, email, first_name, last_name, plan_type, candidate from people;`);
  const atWork = (): Promise<unknown[]> =>
    world.database.run(
      `select pid from pg_stat_activity where datname = current_database()
         and application_name = 'iterable-sync' and query like '%where key is null%'`,
    );
  const cli = startCli(['run'], { env: world.env });
  await vi.waitFor(async () => expect(await atWork()).toHaveLength(1), {
    timeout: 60_000,
    interval: 20,
  });
  cli.kill('SIGINT');
  expect(await cli.done).toMatchObject({
    exitCode: 130,
    stderr: 'error[INTERRUPTED]: stopped by a signal before anything was sent\n',
  });
  await vi.waitFor(async () => expect(await atWork()).toEqual([]), {
    timeout: 30_000,
    interval: 20,
  });
  expect(world.sandbox.requests).toEqual([]);
  expect(readdirSync(cli.folder)).toEqual(['iterable_integration.log']);
});
