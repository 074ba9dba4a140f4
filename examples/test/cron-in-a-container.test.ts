import { engagementSchemaSql } from '@org/db-query/engagement';
import { createSandbox } from '@org/iterable-sandbox';
import { validate } from 'dockerfile-utils';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../tools/vitest/test-database.js';
import { freshFolder, runProgram } from './run-program.js';

const FOLDER = join(import.meta.dirname, '../cron-in-a-container');
const MODULES = join(import.meta.dirname, '../../node_modules/.bin');
const JOB = join(FOLDER, 'sync-job.sh');
const text = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

describe('what cron calls', () => {
  const programs = { PATH: `${MODULES}${delimiter}${process.env['PATH'] ?? ''}` };

  it('runs the main job and remembers how it ended, and the check says so', async () => {
    await using database = await createTestDatabase();
    await using sandbox = await createSandbox({ apiKeys: [{ key: 'the-key' }] });
    await database.run(engagementSchemaSql);
    await database.run(`
      insert into users (id, email, plan_type) values (1, 'ada@example.com', 'pro');
      insert into page_events (user_id, page, event_time) values (1, '/pricing', now() - interval '1 hour');`);
    const env = {
      ...programs,
      DATABASE_URL: database.url,
      ITERABLE_API_KEY: 'the-key',
      ITERABLE_BASE_URL: sandbox.url,
    };
    const cwd = freshFolder();

    expect(await runProgram('sh', [JOB, '--check'], { cwd, env })).toMatchObject({ exitCode: 1 });
    const { exitCode, stdout, stderr } = await runProgram('sh', [JOB], { cwd, env });
    expect(stderr).toBe('');
    expect(stdout).toContain('✓ Successful (both API calls): 1\n');
    expect(exitCode).toBe(0);
    expect(sandbox.users.count()).toBe(1);
    expect(readdirSync(cwd)).toContain('last-exit-code');
    expect(await runProgram('sh', [JOB, '--check'], { cwd, env })).toEqual({
      exitCode: 0,
      stdout: 'exit code of the last run: 0\n',
      stderr: '',
    });
  });

  it('passes on what went wrong, and the check fails until it is right again', async () => {
    const cwd = freshFolder();
    const env = { ...programs };
    expect(await runProgram('sh', [JOB], { cwd, env })).toMatchObject({ exitCode: 2 });
    expect(await runProgram('sh', [JOB, '--check'], { cwd, env })).toMatchObject({ exitCode: 1 });
    // Some rows failed: the next run tries them again, so nobody has to be woken.
    writeFileSync(join(cwd, 'last-exit-code'), '1\n');
    expect(await runProgram('sh', [JOB, '--check'], { cwd, env })).toMatchObject({ exitCode: 0 });
  });
});

describe('the container', () => {
  it('is described without a fault that a linter knows', () => {
    expect(validate(text('Containerfile'))).toEqual([]);
  });

  it('holds the files that its description copies, and calls them by the names they have there', () => {
    const copies = [...text('Containerfile').matchAll(/^COPY (?:--\S+ )?(\S+) (\S+)$/gm)];
    expect(copies.map(([, from, to]) => [from, to])).toEqual([
      ['crontab', '/etc/crontab'],
      ['sync-job.sh', '/usr/local/bin/sync-job'],
    ]);
    expect(readdirSync(FOLDER)).toEqual(expect.arrayContaining(copies.map(([, from]) => from)));
    expect(text('crontab')).toMatch(/^(\S+ ){5}sync-job\n$/);
  });
});
