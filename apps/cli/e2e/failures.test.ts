import { openLedger, type LedgerPart } from '@org/sync/ledger';
import { parse } from 'csv-parse/sync';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, startCli } from './cli-process.js';
import { printed } from './printed.js';
import { addUsers, createWorld, type World } from './world.js';

const NAME = 'recent_engagement';

interface Failures {
  readonly failures: readonly { readonly key: string; readonly identity: object | null }[];
}

const byKey = <Record extends { readonly key: string }>(records: readonly Record[]): Record[] =>
  records.toSorted((one, other) => Number(one.key) - Number(other.key));

/** A run of which user 1 has no address, user 2 is forgotten, and the event of user 3 meets trouble. */
async function failing(): Promise<{ world: World; folder: string }> {
  const world = await createWorld();
  await addUsers(world, 5);
  await world.database.run(`update users set email = 'no address' where id = 1`);
  world.sandbox.forget({ email: 'user2@example.com' });
  const replies = [{ status: 503 }, { status: 503 }];
  const subject = { email: 'user3@example.com' };
  world.sandbox.faults.add({ operation: 'events/track', subject, replies });
  const { folder, exitCode } = await runCli(['run', '--max-attempts', '2'], { env: world.env });
  expect(exitCode).toBe(1);
  return { world, folder };
}

describe('failures', () => {
  it('are told by code with advice, and one by one, from the ledger alone', async () => {
    const { folder } = await failing();
    const { exitCode, stdout, stderr } = await runCli(['failures'], {
      folder,
      env: { COLUMNS: '140' },
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^3 records not wholly delivered$/m);
    expect(stdout).toMatch(/^✗ 1 × IDENTIFIER\n {2}Reason .*\n {2}First {3}key 1\n {2}Advice /m);
    expect(stdout).toMatch(
      /^key 3 +user3@example\.com +event +\S+ +partial, 2 attempts, retryable, .*run 1$/m,
    );
    const verbose = await runCli(['failures', NAME, '--verbose'], {
      folder,
      env: { COLUMNS: '300' },
    });
    expect(verbose.stdout).toMatch(/^key 1 +profile +IDENTIFIER .*run 1 +Not sent: email/m);
  });

  it('as JSON are as the schema says', async () => {
    const { folder } = await failing();
    const cli = await runCli(['failures', '--json'], { folder });
    expect(cli.stderr).toBe('');
    const { failures, ...told } = printed<Failures>('failures', cli);
    expect(told).toMatchObject({
      ledgerFound: true,
      records: 3,
      omitted: 0,
      codes: { IDENTIFIER: 1 },
    });
    expect(byKey(failures)).toMatchObject([
      { key: '1', identity: null, outcome: 'failed', parts: [{ code: 'IDENTIFIER' }, {}] },
      { key: '2', identity: { email: 'user2@example.com' }, run: 1, gone: false },
      { key: '3', outcome: 'partial', parts: [{ part: 'event', attempts: 2, retryable: true }] },
    ]);
    const some = await runCli(['failures', '--json', '--limit', '1'], { folder });
    expect(printed<Failures>('failures', some).failures).toHaveLength(1);
    expect(printed('failures', some)).toMatchObject({ records: 3, omitted: 2 });
  });

  it('as CSV have a line for each part, in a file for its owner only or on stdout', async () => {
    const { folder } = await failing();
    const toFile = await runCli(['failures', '--csv', 'failed.csv'], { folder });
    expect(toFile).toMatchObject({ exitCode: 0, stdout: '' });
    expect(toFile.stderr).toContain('✓ 5 lines in ');
    const path = join(folder, 'failed.csv');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = readFileSync(path, 'utf8');
    expect(byKey(parse(text, { columns: true }) as unknown as { key: string }[])).toMatchObject([
      { sync: NAME, key: '1', email: '', part: 'user', code: 'IDENTIFIER', attempts: '0' },
      { key: '1', part: 'event' },
      { key: '2', email: 'user2@example.com', part: 'user', outcome: 'failed' },
      { key: '2', part: 'event' },
      { key: '3', part: 'event', outcome: 'partial', retryable: 'true', run: '1', gone: 'false' },
    ]);
    expect(await runCli(['failures', '--csv'], { folder })).toMatchObject({ stdout: text });
    const again = await runCli(['failures', '--csv', 'failed.csv'], { folder });
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toMatch(/^error\[CSV_EXISTS\]/);
  });

  it('of one code are told alone; a code that none has is told with the nearest', async () => {
    const { folder } = await failing();
    const { stdout } = await runCli(['failures', '--code', 'IDENTIFIER'], { folder });
    expect(stdout).toMatch(/^1 record not wholly delivered$/m);
    const typo = await runCli(['failures', '--code', 'IDENTIFIRE'], { folder });
    expect(typo).toMatchObject({
      exitCode: 0,
      stdout: '⚠ No failure has the code IDENTIFIRE; did you mean IDENTIFIER?\n',
    });
  });

  it('do not tell whom they are about where LOG_REDACT says so', async () => {
    const { folder } = await failing();
    const env = { LOG_REDACT: 'true' };
    for (const flags of [[], ['--json'], ['--csv'], ['--verbose']]) {
      const { exitCode, stdout, stderr } = await runCli(['failures', ...flags], { folder, env });
      expect(exitCode).toBe(0);
      expect(stdout + stderr).not.toContain('@example.com');
    }
  });

  it('that left the query since are told where they are asked for', async () => {
    const { world, folder } = await failing();
    await world.database.run(`update users set plan_type = 'free' where id = 1`);
    await runCli(['run'], { env: world.env, folder });
    const { stdout } = await runCli(['failures'], { folder });
    expect(stdout).toMatch(/^1 record left the query since \(--gone lists them, too\)$/m);
    expect(stdout).not.toContain('IDENTIFIER');
    const cli = await runCli(['failures', '--gone', '--json'], { folder });
    expect(byKey(printed<Failures>('failures', cli).failures)[0]).toMatchObject({
      key: '1',
      gone: true,
    });
  });

  it('include what was on its way when a run was killed', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    world.sandbox.faults.add({ operation: 'users/update', replies: [{ delayMs: 600_000 }] });
    const run = startCli(['run'], { env: world.env });
    await run.shows('Attempt 1/3 for users/update');
    run.kill('SIGKILL');
    await run.done;
    const cli = await runCli(['failures', '--json'], { folder: run.folder });
    expect(printed<Failures>('failures', cli).failures[0]).toMatchObject({
      outcome: 'sending',
      parts: [{ code: 'SENDING', mayHaveArrived: true, retryable: true }, {}],
    });
    const { stdout } = await runCli(['failures'], { folder: run.folder });
    expect(stdout).toContain('the last one was killed: run again');
  });

  it('where nothing has run are none, and nothing is left behind', async () => {
    const { exitCode, stdout, folder } = await runCli(['failures']);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: 'Nothing failed when it was last sent.\n',
    });
    const cli = await runCli(['failures', NAME, '--json'], { folder });
    expect(printed('failures', cli)).toMatchObject({ ledgerFound: false, failures: [] });
    expect(readdirSync(folder)).toEqual([]);
    const { stderr } = await runCli(['failures', 'recent_engagemnt']);
    expect(stderr).toContain('did you mean recent_engagement?');
  });
});

describe('failures --retry', () => {
  it('sends again what failed, and nothing else', async () => {
    const { world, folder } = await failing();
    await world.database.run(`update users set email = 'user1@example.com' where id = 1`);
    const before = world.sandbox.requestCounts['users/update']?.[200] ?? 0;
    const cli = await runCli(['failures', '--retry', '--json'], { env: world.env, folder });
    expect(cli.exitCode).toBe(1);
    expect(printed('results', cli)).toMatchObject({
      counts: { rows: 5, delivered: 2, failed: 1, skipped: 2 },
    });
    expect(world.sandbox.requestCounts['users/update']?.[200]).toBe(before + 1);
    const left = await runCli(['failures', '--json'], { folder });
    expect(printed<Failures>('failures', left).failures).toMatchObject([{ key: '2' }]);
  });

  it.each([
    [['--delivery', 'single'], '--delivery <mode> goes with --retry only'],
    [['--base-url', 'http://127.0.0.1:1'], '--base-url <url> goes with --retry only'],
    [['--retry', '--csv'], "'--retry' cannot be used with option '--csv [file]'"],
    [['--csv', '--json'], "'--csv [file]' cannot be used with option '--json'"],
  ])('a flag without use is refused: %j', async (flags, words) => {
    const { exitCode, stderr } = await runCli(['failures', ...flags]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error\[USAGE\]: /);
    expect(stderr).toContain(words);
  });
});

it('many failures are written in little memory, and a reader may leave', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'failures-'));
  const url = `sqlite:${join(folder, 'ledger.db')}`;
  await using ledger = await openLedger(url);
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  const part: LedgerPart = {
    hash: 'h',
    status: 'failed',
    code: 'TIMEOUT',
    attempts: 3,
    retryable: true,
    mayHaveArrived: true,
    reason: `No reply came in time. ${'x'.repeat(2000)}`,
  };
  for (let at = 0; at < 20_000; at += 1000) {
    await run.write(
      Array.from({ length: 1000 }, (_, index) => ({
        key: String(at + index),
        identity: `email:user${String(at + index)}@example.com`,
        outcome: 'failed',
        user: part,
        event: part,
        fields: '',
      })),
    );
  }
  const env = { LEDGER_URL: url };
  // What is written is larger.
  const nodeOptions = ['--max-old-space-size=64'];
  const json = await runCli(['failures', '--json'], { env, nodeOptions, folder });
  expect(json.exitCode).toBe(0);
  expect(json.stdout.length).toBeGreaterThan(80_000_000);
  expect(JSON.parse(json.stdout)).toMatchObject({ records: 20_000, codes: { TIMEOUT: 20_000 } });
  const csv = await runCli(['failures', '--csv', 'all.csv'], { env, nodeOptions, folder });
  expect(csv).toMatchObject({
    exitCode: 0,
    signal: null,
    stderr: expect.stringContaining('40,000 lines') as string,
  });

  const left = startCli(['failures', '--csv'], { env, folder });
  await left.shows('sync,key');
  left.closeStdout();
  expect(await left.done).toMatchObject({ exitCode: 0, stderr: '' });
});
