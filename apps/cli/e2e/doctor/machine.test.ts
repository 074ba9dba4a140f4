import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, startCli } from '../cli-process.js';
import { addUsers, createWorld } from '../world.js';
import { doctor, SQL_SYNC } from './ask-doctor.js';
import { createRole } from './create-role.js';
import { closedPort } from './loopback.js';

describe('this machine', () => {
  it('folders that cannot be written', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const env = { OUTPUT_DIR: '/dev/null/out', LOG_FILE: '/dev/null/run.log' };
    const { exitCode, named, check } = await doctor(world, { env });
    expect(exitCode).toBe(2);
    expect(named('failed')).toEqual(['output folder', 'log file']);
    expect(check('output folder').advice).toContain('OUTPUT_DIR');
    expect(check('log file').advice).toContain('LOG_FILE');
    expect(check('disk').found).toBe('needs output folder');
  });

  it('settings that others can read', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
    writeFileSync(join(folder, '.env'), 'LOG_FORMAT=json\n');
    chmodSync(join(folder, '.env'), 0o644);
    const { exitCode, stdout } = await runCli(['doctor'], { env: world.env, folder });
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('others can read .env (0644)');
    expect(stdout).toContain('-> chmod 600 .env');
    expect(stdout).toContain('1 warning,');
  });

  it('a run that is going on', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    world.sandbox.faults.add({ operation: 'users/update', replies: [{ delayMs: 600_000 }] });
    const running = startCli(['run'], { env: world.env });
    await running.shows('Attempt 1/3 for users/update');
    const { exitCode, stdout } = await runCli(['doctor'], {
      env: world.env,
      folder: running.folder,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/recent_engagement is being run by process \d+/);
  });

  it('a ledger in PostgreSQL, which is not made: whether its role may, is asked', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const role = await createRole(world);
    const url = role.url();
    await world.database.run('revoke create on schema public from public');
    const refused = await doctor(world, { env: { LEDGER_URL: url } });
    expect(refused.exitCode).toBe(4);
    expect(refused.named('failed')).toEqual(['ledger']);
    expect(refused.check('ledger').advice).toContain(
      `grant create on schema public to ${role.name}`,
    );
    await world.database.run(`grant create on schema public to ${role.name}`);
    const { exitCode, check, stdout, stderr } = await doctor(world, { env: { LEDGER_URL: url } });
    expect(exitCode).toBe(0);
    expect(check('ledger').found).toBe(
      'the one in PostgreSQL is not there yet: the first run makes it',
    );
    const tables = await world.database.run(
      "select from pg_tables where tablename like 'sync_ledger%'",
    );
    expect(tables).toEqual([]);
    expect(stdout + stderr).not.toContain('right-password');
  });

  it('a ledger that is none', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const { exitCode, named, check } = await doctor(world, {
      env: { LEDGER_URL: 'sqlite:ledger.db' },
      files: { 'ledger.db': 'no database at all, but a text that is long enough' },
    });
    expect(exitCode).toBe(4);
    expect(named('failed')).toEqual(['ledger']);
    expect(check('ledger').found).toContain('is not an SQLite database');
  });

  it('settings that do not hold: each, by what needs them, and the rest is examined', async () => {
    const world = await createWorld();
    const { exitCode, named, check } = await doctor(world, {
      env: { LOG_LEVEL: 'loud', DATABASE_URL: undefined, ITERABLE_API_KEY: undefined },
    });
    expect(exitCode).toBe(2);
    expect(named('failed')).toEqual(['settings', 'database settings', 'Iterable settings']);
    expect(check('settings').found).toContain('LOG_LEVEL must be');
    expect(check('database').found).toBe('needs database settings');
    expect(check('Iterable').found).toBe('needs Iterable settings');
    expect(check('disk').status).toBe('ok');
  });

  it('a configuration file with slips, and a sync that there is not', async () => {
    const world = await createWorld();
    const broken = {
      'iterable-sync.config.yaml': SQL_SYNC.replace('email: email', 'emial: email'),
    };
    const slips = await doctor(world, { files: broken });
    expect(slips.exitCode).toBe(2);
    expect(slips.named('failed')).toEqual(['configuration file']);
    expect(slips.check('configuration file').found).toMatch(/iterable-sync\.config\.yaml:\d+: /);
    expect(slips.check('query').found).toBe('needs configuration file');
    expect(slips.check('API key').status).toBe('ok');
    const unknown = await doctor(world, { argv: ['recent_engagemnt'] });
    expect(unknown.check('configuration file').found).toContain('did you mean recent_engagement?');
  });

  it('of several problems, those of the configuration give the exit code', async () => {
    const world = await createWorld();
    const { exitCode } = await doctor(world, {
      env: {
        OUTPUT_DIR: '/dev/null/out',
        ITERABLE_API_KEY: 'not-the-key-that-it-knows-000000',
        DATABASE_URL: `postgres://u:p@127.0.0.1:${String(await closedPort())}/db`,
      },
    });
    expect(exitCode).toBe(2);
  });
});
