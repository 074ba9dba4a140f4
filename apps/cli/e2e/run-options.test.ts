import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesIn, runCli, theFile } from './cli-process.js';
import { addUsers, createWorld } from './world.js';

it('many records are told as progress, and one by one with --verbose', async () => {
  const world = await createWorld();
  await addUsers(world, 60);
  const quiet = await runCli(['run'], { env: world.env });
  expect(quiet.stdout).not.toContain('Processing record');
  expect(quiet.stdout).toMatch(/^100 % · 60\/60 records · /m);
  const verbose = await runCli(['run', '--verbose'], { env: world.env });
  const places = [...verbose.stdout.matchAll(/^Processing record (\d+)\/60$/gm)];
  expect(places.map(([, place]) => Number(place))).toEqual(
    Array.from({ length: 60 }, (_, index) => index + 1),
  );
});

it('two runs of the same second keep their files apart', async () => {
  const world = await createWorld();
  await addUsers(world, 1);
  const folder = mkdtempSync(join(tmpdir(), 'together-'));
  const runs = await Promise.all(
    [1, 2, 3].map((run) => {
      // With one ledger they would not run at once.
      const env = { ...world.env, LEDGER_URL: `sqlite:ledger-${String(run)}.db` };
      return runCli(['run'], { env, folder });
    }),
  );
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(filesIn(folder, /^query_results_/)).toHaveLength(3);
  expect(filesIn(folder, /^integration_results_/)).toHaveLength(3);
});

it('--dotenv names another file than .env', async () => {
  const world = await createWorld();
  await addUsers(world, 1);
  const folder = mkdtempSync(join(tmpdir(), 'dotenv-'));
  const lines = Object.entries(world.env).map((pair) => pair.join('='));
  writeFileSync(join(folder, 'production.env'), lines.join('\n'));
  const { exitCode } = await runCli(['run', '--dotenv', 'production.env'], { folder });
  expect(exitCode).toBe(0);
  const missing = await runCli(['run', '--dotenv', 'nowhere.env'], { folder });
  expect(missing.exitCode).toBe(2);
  expect(missing.stderr).toContain("nowhere.env: can't be read (ENOENT)");
});

it('cells that a spreadsheet would run are told', async () => {
  const world = await createWorld();
  await addUsers(world, 1);
  await world.database.run("update users set first_name = '=1+1'");
  const { stdout } = await runCli(['run'], { env: world.env });
  expect(stdout).toContain('⚠ CSV: ');
});

it('JWT without a secret falls back to the API key, and says so', async () => {
  const world = await createWorld();
  await addUsers(world, 1);
  const { exitCode, stdout, folder } = await runCli(['run', '--jwt'], { env: world.env });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('⚠ USE_JWT_AUTH is true, but ITERABLE_JWT_SECRET is not set');
  expect(stdout).toContain('⚠ Authentication: API key (JWT was asked for, and has no secret)');
  expect(theFile(folder, /\.log$/)).toContain(' - WARNING - ⚠ USE_JWT_AUTH is true');
});
