import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCli, startCli, theFile } from './cli-process.js';
import { printed } from './printed.js';
import { addUsers, createWorld, type World } from './world.js';

/** Requests that change something. */
const sent = ({ sandbox }: World): object =>
  Object.entries(sandbox.requestCounts).filter(([operation]) => operation !== 'users/getFields');

describe('a plan before the first run', () => {
  it('has everything new, sends nothing and leaves nothing but the log', async () => {
    const world = await createWorld();
    await addUsers(world, 3);
    const { exitCode, stdout, stderr, folder } = await runCli(['plan'], { env: world.env });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('There is no ledger yet, so that every record is new.');
    expect(stdout).toMatch(/^ {2}3 {2}new$/m);
    expect(stdout).toContain('nothing was sent');
    expect(sent(world)).toEqual([]);
    expect(readdirSync(folder)).toEqual(['iterable_integration.log']);
    expect(theFile(folder, /\.log$/)).toMatch(
      /INFO - PLAN of recent_engagement\n.*INFO - 3: new\n/s,
    );
  });

  it('makes no tables for a ledger in PostgreSQL', async () => {
    const world = await createWorld();
    const env = { ...world.env, LEDGER_URL: world.database.url };
    expect(await runCli(['plan'], { env })).toMatchObject({ exitCode: 0 });
    const tables = `select from pg_tables where tablename like 'sync_ledger%'`;
    expect(await world.database.run(tables)).toEqual([]);
  });

  it('with --only-failed has nothing to send', async () => {
    const world = await createWorld();
    await addUsers(world, 2);
    const cli = await runCli(['plan', '--only-failed', '--max-changed', '10', '--json'], {
      env: world.env,
    });
    expect(printed('plan', cli)).toMatchObject({ due: 0, counts: { rows: 2, skipped: 2 } });
  });
});

describe('a plan', () => {
  it('tells what has changed, what can not be sent and what has left', async () => {
    const world = await createWorld();
    await addUsers(world, 10);
    const { folder } = await runCli(['run'], { env: world.env });
    await world.database.run(`
      update users set first_name = 'Other' where id <= 3;
      update users set email = 'no address' where id = 4;
      update users set plan_type = 'free' where id = 5`);
    const before = sent(world);
    const { exitCode, stdout } = await runCli(['plan'], { env: world.env, folder });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ {2}3 {2}changed since they were sent$/m);
    expect(stdout).toMatch(/^ {2}5 {2}unchanged/m);
    expect(stdout).toMatch(/^ {2}1 {2}left the query since they were sent/m);
    expect(stdout).toMatch(/^ {2}user\.dataFields\.firstName +3$/m);
    expect(stdout).toContain("1 record can't be sent");
    expect(stdout).toContain('✗ 1 × IDENTIFIER\n  Reason   profile and event: Not sent: email');
    expect(stdout).toMatch(/^ {2}Records {2}4 \(key 4\)$/m);
    expect(stdout).toMatch(/^ {2}Advice {3}Correct the address/m);
    expect(sent(world)).toEqual(before);

    const cli = await runCli(['plan', '--json'], { env: world.env, folder });
    expect(printed('plan', cli)).toMatchObject({
      ledgerFound: true,
      counts: { rows: 9, changed: 3, unchanged: 5, refused: 1 },
      due: 3,
      changedFields: { 'user.dataFields.firstName': 3 },
      gone: { rows: 1, action: 'report' },
      delivery: { mode: 'single' },
      refusedCodes: { IDENTIFIER: 1 },
      stopped: null,
    });
    expect(cli.stderr).toContain('PLAN of recent_engagement');
  });

  it('counts the requests of bulk delivery, and the least time', async () => {
    const world = await createWorld();
    await addUsers(world, 1500);
    const cli = await runCli(['plan', '--json', '--quiet'], { env: world.env });
    expect(cli.stderr).toBe('');
    expect(printed('plan', cli)).toMatchObject({
      delivery: { mode: 'bulk' },
      calls: [
        { operation: 'users/bulkUpdate', calls: 2, callsPerSecond: 5 },
        { operation: 'events/trackBulk', calls: 2, callsPerSecond: 10 },
      ],
      leastSeconds: 0.4,
    });
  });

  it('says what holds the run back, in the words of the run', async () => {
    const world = await createWorld();
    await addUsers(world, 10);
    const { folder } = await runCli(['run'], { env: world.env });
    await world.database.run(`update users set first_name = 'Other' where id <= 5`);
    const flags = ['--max-changed', '20'];
    const { exitCode, stdout } = await runCli(['plan', ...flags], { env: world.env, folder });
    expect(exitCode).toBe(0);
    const run = await runCli(['run', ...flags], { env: world.env, folder });
    expect(run.exitCode).toBe(1);
    const [says = ''] = run.stderr.split('\n');
    expect(says).toMatch(/^error\[GUARD\]: 5 of the 10 rows/);
    expect(stdout).toContain(`✗ A run would end with ${says}`);
  });

  it('shows no personal data where LOG_REDACT says so', async () => {
    const world = await createWorld();
    await addUsers(world, 2);
    await world.database.run(`update users set email = 'USER1@example.com' where id = 2`);
    const env = { ...world.env, LOG_REDACT: 'true' };
    const { stdout } = await runCli(['plan', '--verbose'], { env });
    expect(stdout).toContain('DUPLICATE_USER');
    expect(stdout).toMatch(/^ {2}Records {2}2$/m);
    expect(stdout).not.toMatch(/user1@example\.com/i);
  });
});

it('a plan that can not be made is an error, with --json as JSON', async () => {
  const world = await createWorld();
  await world.database.run('drop table page_events');
  const cli = await runCli(['plan', '--json'], { env: world.env });
  expect(cli.exitCode).toBe(4);
  expect(printed('error', cli)).toMatchObject({ error: { code: 'UNDEFINED_TABLE', exitCode: 4 } });
  const unknown = await runCli(['plan', 'recent_engagment', '--json'], { env: world.env });
  expect(unknown.exitCode).toBe(2);
  expect(printed('error', unknown)).toMatchObject({
    error: { message: expect.stringContaining('did you mean recent_engagement?') as string },
  });
});

it('a plan that is interrupted ends with 130 and without a word of a plan', async () => {
  const world = await createWorld();
  await addUsers(world, 1);
  world.sandbox.faults.add({ operation: 'users/getFields', replies: [{ delayMs: 600_000 }] });
  const cli = startCli(['plan', '--json'], { env: world.env });
  await cli.shows('[STEP 5]');
  cli.kill('SIGINT');
  expect(await cli.done).toMatchObject({ exitCode: 130, stdout: '' });
});
