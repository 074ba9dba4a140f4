import { describe, expect, it } from 'vitest';
import { schema } from '../test/schema.js';
import { filesIn, runCli, startCli, theFile } from './cli-process.js';
import { addUsers, createWorld } from './world.js';

const RESULTS = /^integration_results/;

interface Results {
  readonly counts: {
    readonly rows: number;
    readonly delivered: number;
    readonly unchanged: number;
  };
  readonly notices: readonly { readonly code: string }[];
}

/** The results of the last run in a folder. */
const lastResults = (folder: string): Results => {
  const results = JSON.parse(
    theFile(folder, new RegExp(`^${nameOf(filesIn(folder, RESULTS).sort().at(-1))}$`)),
  ) as Results;
  const valid = schema('results');
  expect(valid(results), JSON.stringify(valid.errors)).toBe(true);
  return results;
};

const nameOf = (path = ''): string => path.split('/').at(-1) ?? '';

describe('a second run', () => {
  it('sends nothing where nothing has changed', async () => {
    const world = await createWorld();
    await addUsers(world, 3);
    const { folder } = await runCli(['run'], { env: world.env });
    const sent = world.sandbox.requestCounts;
    const { exitCode, stdout } = await runCli(['run'], { env: world.env, folder });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('= Unchanged: 3');
    expect(world.sandbox.requestCounts).toEqual(sent);
    expect(lastResults(folder).counts).toMatchObject({ rows: 3, unchanged: 3 });
  });

  it('sends what failed, and with --full everything, without a second event of any', async () => {
    const world = await createWorld();
    await addUsers(world, 3);
    const subject = { email: 'user2@example.com' };
    world.sandbox.faults.add({ operation: 'events/track', subject, replies: [{ status: 400 }] });
    const { folder, exitCode } = await runCli(['run'], { env: world.env });
    expect(exitCode).toBe(1);
    const [failure = ''] = theFile(folder, /^integration_failures_.*ndjson$/).split('\n');
    expect(JSON.parse(failure)).toMatchObject({ row: 2, event: { status: 'failed' } });
    await runCli(['run', '--only-failed'], { env: world.env, folder });
    expect(lastResults(folder).counts).toMatchObject({ delivered: 1, skipped: 2 });
    await runCli(['run', '--full'], { env: world.env, folder });
    expect(lastResults(folder).counts).toMatchObject({ delivered: 3 });
    expect(world.sandbox.events.count()).toBe(3);
  });

  it('goes on where --limit ended', async () => {
    const world = await createWorld();
    await addUsers(world, 5);
    const { folder, exitCode } = await runCli(['run', '--limit', '2'], { env: world.env });
    expect(exitCode).toBe(0);
    expect(lastResults(folder).counts).toMatchObject({ rows: 5, delivered: 2, notAttempted: 3 });
    await runCli(['run'], { env: world.env, folder });
    expect(lastResults(folder).counts).toMatchObject({ delivered: 3, unchanged: 2 });
  });

  it.each(['single', 'bulk'])('ends what a killed one began (%s)', async (delivery) => {
    const world = await createWorld();
    await addUsers(world, 4000);
    const operation = delivery === 'bulk' ? 'users/bulkUpdate' : 'users/update';
    // The reply to a request after the first never comes, so that the process is killed in the middle.
    const replies = [{ delayMs: 1 }, { delayMs: 600_000 }];
    world.sandbox.faults.add({ operation, replies });
    const cli = startCli(['run', '--verbose', '--delivery', delivery], { env: world.env });
    await cli.shows('✓ Successfully processed user');
    cli.kill('SIGKILL');
    await cli.done;
    world.sandbox.faults.clear();
    const { exitCode, stdout } = await runCli(['run', '--delivery', delivery], {
      env: world.env,
      folder: cli.folder,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('was killed before its end');
    const { counts, notices } = lastResults(cli.folder);
    expect(counts.delivered + counts.unchanged).toBe(4000);
    expect(notices).toMatchObject([{ code: 'KILLED_RUN' }]);
    expect(world.sandbox.users.count()).toBe(4000);
    expect(world.sandbox.events.count()).toBe(4000);
  });
});

describe('a run that looks like a mistake', () => {
  it('is held back where more has changed than may, with nothing sent', async () => {
    const world = await createWorld();
    await addUsers(world, 10);
    const { folder } = await runCli(['run'], { env: world.env });
    await world.database.run(`update users set first_name = 'Other' where id <= 5`);
    const sent = world.sandbox.requestCounts;
    const { exitCode, stderr } = await runCli(['run', '--max-changed', '20'], {
      env: world.env,
      folder,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error\[GUARD\]: 5 of the 10 rows .* 50.0 %/);
    expect(world.sandbox.requestCounts).toEqual(sent);
    expect(lastResults(folder).counts).toMatchObject({ rows: 10, notAttempted: 10 });
  });

  it('is held back where the query returns nothing any more, unless that is allowed', async () => {
    const world = await createWorld();
    await addUsers(world, 3);
    const { folder } = await runCli(['run'], { env: world.env });
    await world.database.run(`update users set plan_type = 'free'`);
    const { exitCode, stderr } = await runCli(['run'], { env: world.env, folder });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('the ledger knows 3');
    const { stdout, ...allowed } = await runCli(['run', '--allow-empty'], {
      env: world.env,
      folder,
    });
    expect(allowed.exitCode).toBe(0);
    expect(stdout).toContain('Left the query since they were delivered: 3');
  });

  it('stops after more failures than may be', async () => {
    const world = await createWorld();
    await addUsers(world, 30);
    await world.database.run(`update users set email = 'nobody' || id`);
    const { exitCode, stderr, folder } = await runCli(['run', '--max-failures', '2'], {
      env: world.env,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('error[MAX-FAILURES]: more than 2 rows failed');
    expect(lastResults(folder).counts).toMatchObject({ rows: 30, delivered: 0 });
  });
});

it('two runs at once: the second says which process is at it, exit code 4', async () => {
  const world = await createWorld();
  await addUsers(world, 3);
  world.sandbox.faults.add({ operation: 'users/update', replies: [{ delayMs: 600_000 }] });
  const first = startCli(['run'], { env: world.env });
  await first.shows('Attempt 1/3 for users/update');
  const { exitCode, stderr } = await runCli(['run'], { env: world.env, folder: first.folder });
  expect(exitCode).toBe(4);
  expect(stderr).toMatch(/^error\[LOCKED\]: .*process \d+/);
});

it('a ledger in PostgreSQL serves runs in different folders', async () => {
  const world = await createWorld();
  await addUsers(world, 3);
  const env = { ...world.env, LEDGER_URL: world.env['DATABASE_URL'] ?? '' };
  expect(await runCli(['run'], { env })).toMatchObject({ exitCode: 0 });
  const { exitCode, stdout } = await runCli(['run'], { env });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('= Unchanged: 3');
});

it('a ledger that is none is refused before anything is opened', async () => {
  const world = await createWorld();
  const env = { ...world.env, LEDGER_URL: 'mysql://u:secret@h/db' };
  const { exitCode, stderr, stdout } = await runCli(['run'], { env });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('LEDGER_URL must be sqlite:PATH or postgres://');
  expect(stdout + stderr).not.toContain('secret');
});
