import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { filesIn, runCli, startCli, theFile } from './cli-process.js';
import { addUsers, createWorld } from './world.js';

/** A loopback port on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('what keeps a run from starting: one clear message, its exit code, nothing sent', () => {
  async function refused(change: {
    argv?: string[];
    env?: Record<string, string | undefined>;
    files?: Record<string, string>;
    tables?: boolean;
  }) {
    const world = await createWorld();
    if (change.tables !== false) await addUsers(world, 2);
    else await world.database.run('drop table page_events; drop table users');
    const folder = mkdtempSync(join(tmpdir(), 'refused-'));
    for (const [name, content] of Object.entries(change.files ?? {})) {
      writeFileSync(join(folder, name), content);
    }
    const env = Object.fromEntries(
      Object.entries({ ...world.env, ...change.env }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    const result = await runCli(['run', ...(change.argv ?? [])], { env, folder });
    expect(world.sandbox.requests).toEqual([]);
    expect(filesIn(folder, /^(query|integration)_results/)).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([]);
    expect(result.stderr.match(/^error\[/gm)).toHaveLength(1);
    expect(result.stderr).not.toMatch(/^ +at /m);
    return result;
  }

  it('an unknown option', async () => {
    const { exitCode, stderr } = await refused({ argv: ['--dayz', '3'] });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Did you mean --days?');
  });

  it('an unknown variable', async () => {
    const { exitCode, stderr } = await refused({ files: { '.env': 'ITERABLE_APIKEY=x' } });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('did you mean ITERABLE_API_KEY?');
  });

  it('a missing key', async () => {
    const { exitCode, stderr } = await refused({ env: { ITERABLE_API_KEY: undefined } });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('ITERABLE_API_KEY');
  });

  it('a missing JWT secret, with no key to fall back to', async () => {
    const { exitCode, stderr } = await refused({
      env: { ITERABLE_API_KEY: undefined, USE_JWT_AUTH: 'true' },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('ITERABLE_JWT_SECRET');
  });

  it('a base URL that is http and not loopback', async () => {
    const { exitCode, stderr } = await refused({
      env: { ITERABLE_BASE_URL: 'http://api.iterable.com' },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('https');
  });

  it('an output folder that cannot be written', async () => {
    const { exitCode, stderr } = await refused({ env: { OUTPUT_DIR: '/dev/null/out' } });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("OUTPUT_DIR /dev/null/out can't be written (ENOTDIR)");
  });

  it('a log file that cannot be written', async () => {
    const { exitCode, stderr } = await refused({ env: { LOG_FILE: '/dev/null/run.log' } });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("LOG_FILE /dev/null/run.log can't be written");
  });

  it('a database that is not there', async () => {
    const port = await closedPort();
    const { exitCode, stderr } = await refused({
      env: { DATABASE_URL: `postgres://user:hidden-password@127.0.0.1:${String(port)}/db` },
    });
    expect(exitCode).toBe(4);
    expect(stderr).toContain(`127.0.0.1`);
    expect(stderr).toContain(String(port));
    expect(stderr).not.toContain('hidden-password');
  });

  it('a wrong password', async () => {
    const world = await createWorld();
    const role = `role_${world.database.name}`;
    await world.database.run(`create role ${role} login password 'right-password'`);
    try {
      const url = Object.assign(new URL(world.database.url), {
        username: role,
        password: 'wrong-password',
      });
      const { exitCode, stderr } = await refused({ env: { DATABASE_URL: url.href } });
      expect(exitCode).toBe(4);
      expect(stderr).toContain(role);
      expect(stderr).not.toContain('wrong-password');
    } finally {
      await world.database.run(`drop role ${role}`);
    }
  });

  it('a missing table', async () => {
    const { exitCode, stderr } = await refused({ tables: false });
    expect(exitCode).toBe(4);
    expect(stderr).toContain('"users" does not exist');
  });
});

it('a Node that is too old is told so, without a stack', async () => {
  const fake = join(mkdtempSync(join(tmpdir(), 'node-')), 'old-node.mjs');
  writeFileSync(
    fake,
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });",
  );
  const { exitCode, stdout, stderr } = await runCli(['run'], { nodeOptions: ['--import', fake] });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain('needs Node.js 22.20 or newer; this is 20.20.2');
  expect(stderr).not.toMatch(/^ +at /m);
});

describe('what ends a run early', () => {
  it('a key that Iterable refuses: one row fails, the others are not attempted, exit code 3', async () => {
    const world = await createWorld();
    await addUsers(world, 50);
    const env = { ...world.env, ITERABLE_API_KEY: 'not-the-key-that-it-knows-000000' };
    const { exitCode, stdout, stderr, folder } = await runCli(['run'], { env });
    expect(exitCode).toBe(3);
    expect(world.sandbox.requestCounts).toMatchObject({ 'users/update': { 401: 1 } });
    expect(stdout).toContain('- Not attempted: 49 of 50');
    expect(stderr).toMatch(/^error\[AUTHENTICATION\]: .*401.*\n$/);
    expect(JSON.parse(theFile(folder, /^integration_results/))).toMatchObject({
      exitCode: 3,
      stopped: { reason: 'authentication' },
      counts: { rows: 50, failed: 1, notAttempted: 49 },
    });
  });

  it('an Iterable that is out of reach: exit code 5', async () => {
    const world = await createWorld();
    await addUsers(world, 1000);
    const { exitCode, stderr, folder } = await runCli(
      ['run', '--max-attempts', '1', '--delivery', 'single'],
      {
        env: { ...world.env, ITERABLE_BASE_URL: `http://127.0.0.1:${String(await closedPort())}` },
      },
    );
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(/^error\[UNREACHABLE\]: .*\n$/);
    const results = JSON.parse(theFile(folder, /^integration_results/)) as {
      counts: { rows: number; failed: number; notAttempted: number };
    };
    expect(results).toMatchObject({ stopped: { reason: 'unreachable' } });
    expect(results.counts.failed + results.counts.notAttempted).toBe(1000);
    expect(results.counts.failed).toBeLessThan(200);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s: what is in flight finishes, and the rest is accounted for, exit code 130',
    async (signal) => {
      const world = await createWorld();
      await addUsers(world, 5000);
      const cli = startCli(['run', '--verbose', '--delivery', 'single'], { env: world.env });
      await cli.shows('Processing record 100/5000');
      cli.kill(signal);
      const { exitCode, stdout } = await cli.done;
      expect(exitCode).toBe(130);
      expect(stdout).toContain('Stopping: what is in flight finishes.');
      const { counts } = JSON.parse(theFile(cli.folder, /^integration_results/)) as {
        counts: { rows: number; delivered: number; failed: number; notAttempted: number };
      };
      expect(counts).toMatchObject({ rows: 5000, failed: 0 });
      expect(counts.delivered + counts.notAttempted).toBe(5000);
      expect(counts.delivered).toBeGreaterThanOrEqual(100);
      expect(world.sandbox.users.count()).toBe(counts.delivered);
      expect(world.sandbox.events.count()).toBe(counts.delivered);
    },
  );

  it('a second Ctrl-C ends what is in flight at once', async () => {
    const world = await createWorld();
    await addUsers(world, 3);
    world.sandbox.faults.add({ operation: 'users/update', replies: [{ delayMs: 600_000 }] });
    const cli = startCli(['run'], { env: world.env });
    await cli.shows('Attempt 1/3 for users/update');
    cli.kill('SIGINT');
    await cli.shows('Once more stops at once');
    cli.kill('SIGINT');
    const { exitCode } = await cli.done;
    expect(exitCode).toBe(130);
    expect(JSON.parse(theFile(cli.folder, /^integration_results/))).toMatchObject({
      counts: { rows: 3, delivered: 0, failed: 1, notAttempted: 2 },
      failures: [{ row: 1, user: { code: 'ABORTED', mayHaveArrived: true } }],
    });
  });

  it('Ctrl-C twice while the database does not answer ends at once', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const world = await createWorld();
    const cli = startCli(['run'], {
      env: { ...world.env, DATABASE_URL: `postgres://u:p@127.0.0.1:${String(port)}/db` },
    });
    await cli.shows('[STEP 2]');
    cli.kill('SIGINT');
    await cli.shows('Once more stops at once');
    cli.kill('SIGINT');
    expect(await cli.done).toMatchObject({
      exitCode: 130,
      stderr: 'error[INTERRUPTED]: stopped by a signal before anything was sent\n',
    });
  });

  it('a console that breaks does not end the run', async () => {
    const world = await createWorld();
    await addUsers(world, 30);
    const folder = mkdtempSync(join(tmpdir(), 'full-'));
    const command = `exec "$NODE" "$SHIM" run --verbose >/dev/full 2>errors`;
    const shim = join(import.meta.dirname, '../bin/iterable-sync.js');
    const { code } = await new Promise<{ code: number | null }>((resolve) => {
      spawn('sh', ['-c', command], {
        cwd: folder,
        env: { ...world.env, NODE: process.execPath, SHIM: shim },
      }).on('close', (code) => resolve({ code }));
    });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'errors'), 'utf8')).toContain('console output is incomplete');
    expect(world.sandbox.users.count()).toBe(30);
    expect(JSON.parse(theFile(folder, /^integration_results/))).toMatchObject({
      counts: { rows: 30, delivered: 30 },
    });
  });

  it('a log that breaks is told, and is no success', async () => {
    const world = await createWorld();
    await addUsers(world, 2);
    const env = { ...world.env, LOG_FILE: '/dev/full' };
    const { exitCode, stderr, folder } = await runCli(['run'], { env });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[LOG_FILE]: the log is incomplete');
    expect(JSON.parse(theFile(folder, /^integration_results/))).toMatchObject({
      counts: { delivered: 2 },
      log: { complete: false },
    });
  });

  it('a database connection that breaks: what was delivered is told, exit code 4', async () => {
    const world = await createWorld();
    await addUsers(world, 5000);
    const cli = startCli(['run', '--verbose', '--delivery', 'single'], { env: world.env });
    await cli.shows('Processing record 100/5000');
    await world.database.run(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'iterable-sync'`,
    );
    const { exitCode, stdout, stderr } = await cli.done;
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/^error\[SOURCE\]: .*\n$/);
    expect(stdout).toContain('✗ Stopped early: ');
    const { counts, stopped } = JSON.parse(theFile(cli.folder, /^integration_results/)) as {
      counts: { delivered: number; notAttempted: number };
      stopped: { reason: string };
    };
    expect(stopped.reason).toBe('source');
    expect(counts.delivered + counts.notAttempted).toBe(5000);
    expect(world.sandbox.users.count()).toBe(counts.delivered);
  });
});
