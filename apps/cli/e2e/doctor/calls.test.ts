import { describe, expect, it } from 'vitest';
import { runCli, startCli } from '../cli-process.js';
import { addUsers, createWorld } from '../world.js';
import { doctor, SQL_SYNC } from './ask-doctor.js';
import { silentPort } from './loopback.js';

describe('how it is called', () => {
  const TWO = `${SQL_SYNC}  others:\n    query: select id, email from users\n    key: id\n    userId: email\n`;

  it('examines all syncs, or the one that is named', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const files = { 'iterable-sync.config.yaml': TWO };
    const all = await doctor(world, { files });
    const queries = all.checks.filter(({ name }) => name === 'query');
    expect(queries.map(({ sync }) => sync)).toEqual(['plans', 'others']);
    const one = await doctor(world, { files, argv: ['others'] });
    expect(one.checks.filter(({ sync }) => sync !== null && sync !== 'others')).toEqual([]);
  });

  it('--quiet shows what failed, and nothing else', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const well = await runCli(['doctor', '-q'], { env: world.env });
    expect(well).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    const env = { ...world.env, OUTPUT_DIR: '/dev/null/out' };
    const ill = await runCli(['doctor', '-q'], { env });
    expect(ill).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ill.stderr).toMatch(/^✗ output folder .*\/dev\/null\/out/);
    expect(ill.stderr).not.toContain('Node.js');
  });

  it('Ctrl-C ends it at once, whatever is waited for: exit code 130', async () => {
    const world = await createWorld();
    const port = await silentPort();
    const cli = startCli(['doctor', '--time-limit', '600'], {
      env: { ...world.env, DATABASE_URL: `postgres://u:p@127.0.0.1:${String(port)}/db` },
    });
    await cli.shows('database settings');
    cli.kill('SIGINT');
    const { exitCode, stderr } = await cli.done;
    expect(exitCode).toBe(130);
    expect(stderr).toContain('error[INTERRUPTED]');
  });
});
