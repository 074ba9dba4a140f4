import { describe, expect, it } from 'vitest';
import { addUsers, createWorld } from '../world.js';
import { doctor, SQL_SYNC } from './ask-doctor.js';
import { createRole } from './create-role.js';
import { closedPort, silentPort } from './loopback.js';

describe('the database', () => {
  it('a wrong password: which settings decide, exit code 4, and all else is examined', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const role = await createRole(world);
    const env = { DATABASE_URL: role.url('wrong-password') };
    const { exitCode, check, named, stdout, stderr } = await doctor(world, { env });
    expect(exitCode).toBe(4);
    expect(named('failed')).toEqual(['database']);
    expect(check('database').found).toContain(role.name);
    expect(check('database').advice).toContain('DB_PASSWORD');
    expect(check('query')).toMatchObject({ status: 'skipped', found: 'needs database' });
    expect(check('API key').status).toBe('ok');
    expect(check('profiles').found).toContain('--as');
    expect(stdout + stderr).not.toContain('wrong-password');
  });

  it('one that is down', async () => {
    const world = await createWorld();
    const url = new URL(world.database.url);
    url.port = String(await closedPort());
    const { exitCode, check, named } = await doctor(world, { env: { DATABASE_URL: url.href } });
    expect(exitCode).toBe(4);
    expect(named('failed')).toEqual(['database']);
    expect(check('database').found).toContain('ECONNREFUSED');
    expect(check('database').advice).toContain('DB_HOST');
  });

  it('one that never answers is not waited for longer than a check may take', async () => {
    const world = await createWorld();
    const port = await silentPort();
    const { exitCode, check, named } = await doctor(world, {
      argv: ['--time-limit', '5'],
      env: { DATABASE_URL: `postgres://u:p@127.0.0.1:${String(port)}/db` },
    });
    expect(exitCode).toBe(4);
    expect(named('failed')).toEqual(['database']);
    expect(check('API key').status).toBe('ok');
  });

  it('a table that the role may not read', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const role = await createRole(world);
    await world.database.run(`grant select on users to ${role.name}`);
    const env = { DATABASE_URL: role.url() };
    const { exitCode, check, named } = await doctor(world, { env });
    expect(exitCode).toBe(4);
    expect(named('failed')).toEqual(['records', 'keys']);
    expect(check('query').status).toBe('ok');
    expect(check('records').found).toContain('permission denied for table page_events');
    expect(check('records').advice).toContain(
      `grant select on the tables of the query to ${role.name}`,
    );
  });

  it('a limit on statements that a run would meet', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const role = await createRole(world);
    await world.database.run(
      `grant select on users, page_events to ${role.name}; alter role ${role.name} set statement_timeout = '30s'`,
    );
    const env = { DATABASE_URL: role.url() };
    const { exitCode, check, named } = await doctor(world, { env });
    expect(exitCode).toBe(0);
    expect(named('warning')).toEqual(['statement timeout']);
    expect(check('statement timeout')).toMatchObject({
      found: expect.stringMatching(/^30 s,/),
      advice: expect.stringContaining(`alter role ${role.name} set statement_timeout`),
    });
  });

  it('a query that is none', async () => {
    const world = await createWorld();
    const files = { 'iterable-sync.config.yaml': SQL_SYNC.replace('users', 'user_list') };
    const { exitCode, check, named } = await doctor(world, { files });
    expect(exitCode).toBe(4);
    expect(named('failed')).toEqual(['query']);
    expect(check('query').found).toContain('"user_list" does not exist');
    expect(check('keys').found).toBe('needs query');
  });

  it('a query that finds nothing is a warning', async () => {
    const { exitCode, named, check } = await doctor(await createWorld());
    expect(exitCode).toBe(0);
    expect(named('warning')).toEqual(['records']);
    expect(check('values').found).toBe('there is no record');
  });

  it('keys that repeat, unless --fast leaves them out', async () => {
    const world = await createWorld();
    await addUsers(world, 2);
    const files = { 'iterable-sync.config.yaml': SQL_SYNC.replace('key: id', 'key: plan_type') };
    const slow = await doctor(world, { files });
    expect(slow.exitCode).toBe(4);
    expect(slow.named('failed')).toEqual(['keys']);
    expect(slow.check('keys').found).toContain('The key "plan_type" does not tell the rows');
    const fast = await doctor(world, { files, argv: ['--fast'] });
    expect(fast.exitCode).toBe(0);
    expect(fast.check('keys')).toMatchObject({ status: 'skipped', found: 'left out by --fast' });
  });
});
