import { createSandbox } from '@org/iterable-sandbox';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshFolder, runProgram } from './run-program.js';

const SCRIPT = join(import.meta.dirname, '../sdk-script/import-users.ts');

it('updates the users of a file, and tells those that Iterable refuses', async () => {
  await using sandbox = await createSandbox({ apiKeys: [{ key: 'the-key' }] });
  const cwd = freshFolder();
  const users = [
    { email: 'ada@example.com', dataFields: { plan: 'pro', seats: 3 } },
    { email: 'not an address', dataFields: { plan: 'pro' } },
    { email: 'grace@example.com', dataFields: { plan: 'free', seats: null } },
  ];
  writeFileSync(
    join(cwd, 'users.ndjson'),
    users.map((user) => `${JSON.stringify(user)}\n`).join(''),
  );
  const env = { ITERABLE_API_KEY: 'the-key', ITERABLE_BASE_URL: sandbox.url };

  const { exitCode, stdout, stderr } = await runProgram(
    process.execPath,
    [SCRIPT, 'users.ndjson'],
    { cwd, env },
  );

  expect(stdout).toBe('2 users updated\n');
  expect(stderr).toMatch(/^line 2: .+\n$/);
  expect(exitCode).toBe(1);
  expect(sandbox.users.get({ email: 'ada@example.com' })?.dataFields).toMatchObject({ seats: 3 });
  expect(sandbox.users.count()).toBe(2);
});
