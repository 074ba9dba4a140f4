import { existsSync, readFileSync, renameSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runCli, startCli, theFile, type CliOptions } from './cli-process.js';
import { createGate } from './gate.js';
import { addUsers, createWorld } from './world.js';

const LOG = /^iterable_integration\.log$/;

/** A run without a terminal that stands in its middle until the gate opens. */
async function halfway() {
  const world = await createWorld();
  await addUsers(world, 300);
  const gate = await createGate(world.sandbox.url, { after: 200 });
  const cli = startCli(['run', '--delivery', 'single'], {
    env: { ...world.env, ITERABLE_BASE_URL: gate.url },
  });
  const path = join(cli.folder, 'iterable_integration.log');
  await vi.waitFor(() => {
    expect(readFileSync(path, 'utf8')).toContain('Record 20, key 20: delivered');
  }, 60_000);
  return { gate, cli, path };
}

/** The records that a log tells the end of. */
function recordsIn(log: string): number[] {
  return [...log.matchAll(/ - Record (\d+), key \d+: delivered/g)]
    .map(([, record]) => Number(record))
    .sort((one, other) => one - other);
}

const all = Array.from({ length: 300 }, (_, index) => index + 1);

describe('the log can be rotated in the middle of a run:', () => {
  it('renamed, and opened anew on SIGHUP', async () => {
    const { gate, cli, path } = await halfway();
    renameSync(path, `${path}.1`);
    cli.kill('SIGHUP');
    await vi.waitFor(() => expect(existsSync(path)).toBe(true), 60_000);
    gate.open();
    expect((await cli.done).exitCode).toBe(0);
    const [before, after] = [`${path}.1`, path].map((file) => readFileSync(file, 'utf8'));
    expect(recordsIn(`${before ?? ''}${after ?? ''}`)).toEqual(all);
    expect(recordsIn(before ?? '').length).toBeGreaterThan(0);
    expect(recordsIn(after ?? '').length).toBeGreaterThan(0);
  });

  it('copied and cut', async () => {
    const { gate, cli, path } = await halfway();
    const before = readFileSync(path, 'utf8');
    truncateSync(path);
    gate.open();
    expect((await cli.done).exitCode).toBe(0);
    const after = readFileSync(path);
    expect(after.includes(0)).toBe(false);
    expect(after.length).toBeGreaterThan(0);
    // What was written between the copy and the cut is lost: that is the price of cutting.
    const records = recordsIn(`${before}${after.toString()}`);
    expect(records.slice(-1)).toEqual([300]);
    expect(after.toString()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - /);
  });
});

describe('LOG_REDACT=true', () => {
  async function redacted(options: CliOptions['env'] = {}) {
    const world = await createWorld();
    await addUsers(world, 4);
    world.sandbox.forget({ email: 'user2@example.com' });
    await world.database.run("update users set email = 'Person Three <user3@example' where id = 3");
    world.sandbox.faults.add({
      operation: 'users/update',
      subject: { email: 'user4@example.com' },
      replies: [
        { status: 400, body: { code: 'BadParams', msg: 'user4@example.com is odd', params: null } },
      ],
    });
    const env = { ...world.env, LOG_REDACT: 'true', ...options };
    const result = await runCli(['run'], { env });
    expect(result.exitCode).toBe(1);
    return { ...result, log: theFile(result.folder, LOG) };
  }
  const PERSONAL = /user\d@|@example|Person/;

  it('keeps personal data out of the console, and of the log above DEBUG', async () => {
    const { stdout, stderr, log } = await redacted();
    expect(`${stdout}${stderr}`).not.toMatch(PERSONAL);
    expect(stdout).toContain('Processing user: record 1\n');
    expect(stdout).toContain('✓ Successfully processed user: record 1\n');
    expect(stdout).toContain('✗ Failed to process user: record 2 (');
    expect(stdout).toMatch(/^ {2}First +record 2$/m);
    const lines = log.split('\n');
    const above = lines.filter((line) => / - (INFO|WARNING|ERROR) - /.test(line));
    expect(above.filter((line) => PERSONAL.test(line))).toEqual([]);
    expect(above.join('\n')).toContain('Record 2: failed: record 2; users/update: ');
    const debug = lines.filter((line) => line.includes(' - DEBUG - '));
    expect(debug.join('\n')).toContain('Record 2, key 2: failed: user2@example.com; ');
  });

  it('holds for a log in JSON, fields and all', async () => {
    const { log } = await redacted({ LOG_FORMAT: 'json' });
    const entries = log
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: string });
    const above = entries.filter(({ level }) => level !== 'DEBUG');
    expect(above.length).toBeGreaterThan(10);
    expect(JSON.stringify(above)).not.toMatch(PERSONAL);
    expect(JSON.stringify(entries)).toMatch(PERSONAL);
  });

  it('leaves everything to a console at DEBUG', async () => {
    const { stdout } = await redacted({ LOG_LEVEL: 'DEBUG' });
    expect(stdout).toContain('Processing user: record 2\n');
    expect(stdout).toContain('Record 2, key 2: failed: user2@example.com; users/update: ');
  });

  it('does not tell what Iterable said of a whole batch, in which users may have any name', async () => {
    const world = await createWorld();
    await addUsers(world, 2);
    const body = { code: 'Forbidden', msg: 'not for user 7, nor for ed', params: null };
    world.sandbox.faults.add({ operation: 'users/bulkUpdate', replies: [{ status: 403, body }] });
    const env = { ...world.env, LOG_REDACT: 'true' };
    const { exitCode, stdout, stderr, folder } = await runCli(['run', '--delivery', 'bulk'], {
      env,
    });
    expect(exitCode).toBe(3);
    expect(stderr).toContain('error[AUTHENTICATION]: Iterable answered HTTP 403 Forbidden. Check ');
    expect(`${stdout}${stderr}`).not.toContain('not for user');
    const said = theFile(folder, LOG)
      .split('\n')
      .filter((line) => line.includes('not for user'));
    expect(said.length).toBeGreaterThan(1);
    expect(said.filter((line) => !line.includes(' - DEBUG - '))).toEqual([]);
  });

  it('leaves the files of results as they are: they are data', async () => {
    const { folder } = await redacted();
    expect(theFile(folder, /^integration_failures/)).toContain('"identifier":"user2@example.com"');
  });
});

it('LOG_REDACT that is neither true nor false is refused', async () => {
  const { exitCode, stderr } = await runCli(['run'], { env: { LOG_REDACT: 'yes' } });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('LOG_REDACT must be true or false; found "yes"');
});
