import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCli } from '../cli-process.js';
import { addUsers, API_KEY, createWorld, JWT_SECRET } from '../world.js';
import { doctor } from './ask-doctor.js';

describe('where all is well', () => {
  it('each check is ok, exit code 0', async () => {
    const world = await createWorld();
    await addUsers(world, 3);
    const { exitCode, checks, check, stdout, stderr } = await doctor(world);
    expect(checks.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(exitCode).toBe(0);
    expect(check('database').found).toContain(world.database.name);
    expect(check('keys').found).toBe('3 records, each with its own id');
    expect(check('query').found).toMatch(/^11 columns: id, email, first_name/);
    expect(stdout + stderr).not.toContain(API_KEY);
  });

  it('with JWT a token is signed, and Iterable accepts it', async () => {
    const world = await createWorld({ jwt: true });
    await addUsers(world, 2);
    const { exitCode, checks, check, stdout, stderr } = await doctor(world);
    expect(checks.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(exitCode).toBe(0);
    expect(check('JWT').found).toContain('3600 s');
    expect(world.sandbox.requestCounts).toEqual({
      'users/getFields': { 401: 1 },
      'inApp/getMessages': { 200: 1 },
    });
    expect(stdout + stderr).not.toContain(JWT_SECRET);
  });

  it('no file is made, nor is a ledger', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const { folder, check } = await doctor(world, { argv: ['--output-dir', 'out'] });
    expect(readdirSync(folder)).toEqual([]);
    for (const name of ['ledger', 'output folder', 'log file']) {
      expect(check(name).found).toMatch(/is not there/);
    }
  });

  it('after a run, what it left is looked at', async () => {
    const world = await createWorld();
    await addUsers(world, 2);
    const { folder } = await runCli(['run'], { env: world.env });
    const env = { ...world.env, COLUMNS: '200' };
    const { stdout, exitCode } = await runCli(['doctor', '--verbose'], { env, folder });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('4 files with secrets or personal data, for their owner only');
    expect(stdout).toContain('the last run, of recent_engagement at');
  });
});
