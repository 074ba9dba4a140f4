import { parse } from 'csv-parse/sync';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, runCli, theFile } from './cli-process.js';
import { printed } from './printed.js';
import { addUsers, createWorld } from './world.js';

/** What the database alone needs: no key of Iterable. */
async function databaseWith(users: number): Promise<Record<string, string>> {
  const world = await createWorld();
  await addUsers(world, users);
  return { DATABASE_URL: world.env['DATABASE_URL'] ?? '' };
}

const emails = (csv: string): unknown[] =>
  (parse(csv, { columns: true }) as { email: string }[]).map(({ email }) => email);

describe('export', () => {
  it('writes the CSV alone, without any setting of Iterable', async () => {
    const env = await databaseWith(3);
    const { exitCode, stdout, folder } = await runCli(['export'], { env });
    expect(exitCode).toBe(0);
    const csv = theFile(folder, /^query_results_\d{8}_\d{6}\.csv$/);
    expect(emails(csv).sort()).toEqual([1, 2, 3].map((n) => `user${n}@example.com`));
    expect(stdout).toMatch(/^Exported 3 records to CSV: query_results_\d{8}_\d{6}\.csv$/m);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('to stdout writes the CSV there and nothing else', async () => {
    const env = await databaseWith(3);
    const { exitCode, stdout, stderr, folder } = await runCli(['export', '-o', '-'], { env });
    expect(exitCode).toBe(0);
    expect(emails(stdout)).toHaveLength(3);
    expect(stderr).toContain('Exported 3 records to CSV: stdout');
    expect(filesIn(folder, /csv/)).toEqual([]);
  });

  it('ends quietly when the reader of stdout has seen enough', async () => {
    const env = await databaseWith(5000);
    const folder = (await runCli(['export'], { env })).folder;
    const shim = join(import.meta.dirname, '../bin/iterable-sync.js');
    const command = `"${process.execPath}" "${shim}" export -o - -q | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const shell = spawn('bash', ['--norc', '-c', command], { cwd: folder, env });
    const written = { stdout: '', stderr: '' };
    shell.stdout.on('data', (text) => (written.stdout += String(text)));
    shell.stderr.on('data', (text) => (written.stderr += String(text)));
    await new Promise((resolve) => shell.on('close', resolve));
    expect(written.stdout).toMatch(/^id,email,.*\n0\n$/);
    expect(written.stderr).toBe('');
  });

  it('leaves a file that is there alone, unless told', async () => {
    const env = await databaseWith(1);
    const { folder } = await runCli(['export', '--output', 'users.csv'], { env });
    const file = join(folder, 'users.csv');
    writeFileSync(file, 'mine');
    const again = (...flags: string[]) =>
      runCli(['export', '--output', 'users.csv', ...flags], { env, folder });
    expect(await again()).toMatchObject({ exitCode: 2 });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(await again('--existing', 'suffix')).toMatchObject({ exitCode: 0 });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(await again('--existing', 'replace')).toMatchObject({ exitCode: 0 });
    expect(emails(readFileSync(file, 'utf8'))).toEqual(['user1@example.com']);
  });

  it('--json tells the file and its rows', async () => {
    const env = await databaseWith(2);
    const cli = await runCli(['export', '--json'], { env });
    const told = printed('export', cli) as { file: string };
    expect(told).toMatchObject({ sync: 'recent_engagement', rows: 2, warnings: [] });
    expect(existsSync(told.file)).toBe(true);
  });

  it('takes CSV and JSON for stdout as one too many', async () => {
    const { exitCode, stderr } = await runCli(['export', '-o', '-', '--json'], { env: {} });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--output - and --json don't go together");
  });

  it('leaves no file where the query fails', async () => {
    const { DATABASE_URL = '' } = await databaseWith(1);
    const folder = (await runCli(['--version'])).folder;
    writeFileSync(
      join(folder, 'iterable-sync.config.yaml'),
      'syncs:\n  broken:\n    query: select id, 1 / (id - 1) as boom from users\n    key: id\n    userId: id\n',
    );
    const { exitCode } = await runCli(['export'], { env: { DATABASE_URL }, folder });
    expect(exitCode).toBe(4);
    expect(filesIn(folder, /csv/)).toEqual([]);
  });
});
