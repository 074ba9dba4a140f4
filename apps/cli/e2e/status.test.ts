import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, runCli, startCli } from './cli-process.js';
import { printed } from './printed.js';
import { addUsers, createWorld } from './world.js';

describe('status where nothing has run', () => {
  it('says so, needs no settings and leaves nothing behind', async () => {
    const { exitCode, stdout, stderr, folder } = await runCli(['status']);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: 'Nothing has run yet.\n',
      stderr: '',
    });
    expect(readdirSync(folder)).toEqual([]);
    const json = await runCli(['status', '--json', '--quiet'], { folder });
    expect(printed('status', json)).toEqual({
      schemaVersion: 1,
      ledgerFound: false,
      syncs: [],
      runs: [],
    });
  });

  it('makes no tables for a ledger in PostgreSQL', async () => {
    const { database } = await createWorld();
    const { exitCode } = await runCli(['status'], { env: { LEDGER_URL: database.url } });
    expect(exitCode).toBe(0);
    const tables = `select from pg_tables where tablename like 'sync_ledger%'`;
    expect(await database.run(tables)).toEqual([]);
  });

  it('knows the syncs of the configuration, and no others', async () => {
    const known = await runCli(['status', 'recent_engagement']);
    expect(known).toMatchObject({
      exitCode: 0,
      stdout: 'recent_engagement has not run yet.\n',
    });
    const { exitCode, stderr } = await runCli(['status', 'recent_engagemnt']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'there is no sync "recent_engagemnt"; did you mean recent_engagement?',
    );
  });
});

describe('status', () => {
  it('tells runs that are complete, ended early, were killed or go on, and open failures', async () => {
    const world = await createWorld();
    await addUsers(world, 5);
    await world.database.run(`update users set email = 'no address' where id = 1`);
    const { folder } = await runCli(['run', '--limit', '2'], { env: world.env });
    const { env } = world;
    const more = { env, folder };
    await runCli(['run'], more);
    await world.database.run(`update users set first_name = 'Other'`);
    world.sandbox.faults.add({ operation: 'users/update', replies: [{ delayMs: 600_000 }] });
    const killed = startCli(['run'], more);
    await killed.shows('Attempt 1/3 for users/update');
    killed.kill('SIGKILL');
    await killed.done;
    world.sandbox.faults.clear();
    world.sandbox.faults.add({ operation: 'users/update', replies: [{ delayMs: 600_000 }] });
    const running = startCli(['run'], more);
    await running.shows('Attempt 1/3 for users/update');

    // The ledger is all that is needed.
    const cli = await runCli(['status', '--json'], { folder });
    expect(cli.exitCode).toBe(0);
    expect(printed('status', cli)).toMatchObject({
      ledgerFound: true,
      syncs: [{ sync: 'recent_engagement', rows: 5 }],
      runs: [
        { run: 4, state: 'running', finishedAt: null, counts: null },
        { run: 3, state: 'killed', finishedAt: null },
        { run: 2, state: 'complete', counts: { delivered: 2, failed: 1, unchanged: 2 } },
        { run: 1, state: 'stopped', stopped: { reason: 'limit' }, counts: { notAttempted: 2 } },
      ],
    });
    const { stdout } = await runCli(['status', '--limit', '3'], { folder });
    expect(stdout).toMatch(/^↻ Run 4 goes on: process \d+ on /m);
    expect(stdout).toMatch(/^✗ Run 3 was killed: process \d+ on /m);
    expect(stdout).toContain('1 failed');
    expect(stdout).not.toContain('limit');
    expect(stdout).toContain('not wholly delivered');
    const verbose = await runCli(['status', '-v'], { folder, env: { COLUMNS: '160' } });
    expect(verbose.stdout).toMatch(/^Run 2 .* complete .* process \d+ on /m);
  });

  it('needs no configuration that can be read, unless a sync is asked for that never ran', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const { folder } = await runCli(['run'], { env: world.env });
    writeFileSync(join(folder, 'iterable-sync.config.yaml'), 'syncs: [');
    const known = await runCli(['status', 'recent_engagement'], { folder });
    expect(known).toMatchObject({ exitCode: 0, stderr: '' });
    const { exitCode, stderr } = await runCli(['status', 'other'], { folder });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('iterable-sync.config.yaml:1:');
  });

  it('of a ledger that is none is an error, with --json as JSON', async () => {
    const folder = (await runCli(['status'])).folder;
    writeFileSync(join(folder, 'notes.txt'), 'nothing of the kind'.repeat(100));
    const env = { LEDGER_URL: 'sqlite:notes.txt' };
    const cli = await runCli(['status', '--json'], { folder, env });
    expect(cli.exitCode).toBe(4);
    expect(printed('error', cli)).toMatchObject({ error: { code: 'NOT_A_LEDGER', exitCode: 4 } });
    expect(filesIn(folder, /./)).toHaveLength(1);
  });
});
