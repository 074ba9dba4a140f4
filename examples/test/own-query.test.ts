import { createSandbox } from '@org/iterable-sandbox';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTestDatabase } from '../../tools/vitest/test-database.js';
import { freshFolder, runProgram } from './run-program.js';

const SCRIPT = join(import.meta.dirname, '../own-query/sync-customers.ts');

it('sends the rows of its query, and the next time those that changed', async () => {
  await using database = await createTestDatabase();
  await using sandbox = await createSandbox({ apiKeys: [{ key: 'the-key' }] });
  await database.run(`
    create table customers (id int8 primary key, email text not null, city text);
    create table orders (id int8 primary key, customer_id int8 not null references customers, placed_at timestamptz not null);
    insert into customers values (1, 'ada@example.com', 'London'), (2, 'grace@example.com', null), (3, 'alan@example.com', 'Wilmslow');
    insert into orders values (1, 1, '2026-02-01 10:00Z'), (2, 1, '2026-02-02 11:30Z'), (3, 2, '2026-03-01 09:00Z'), (4, 3, '2025-12-24 18:00Z');`);
  const env = {
    DATABASE_URL: database.url,
    ITERABLE_API_KEY: 'the-key',
    ITERABLE_BASE_URL: sandbox.url,
    NODE_NO_WARNINGS: '1',
  };
  const cwd = freshFolder();
  const run = () => runProgram(process.execPath, [SCRIPT], { cwd, env });

  expect(await run()).toEqual({
    exitCode: 0,
    stdout: '2 delivered, 0 unchanged, 2 rows\n',
    stderr: '',
  });
  expect(sandbox.users.get({ email: 'ada@example.com' })?.dataFields).toMatchObject({
    city: 'London',
    orderCount: 2,
    lastOrderAt: '2026-02-02 11:30:00 +00:00',
  });
  expect(sandbox.events.count()).toBe(2);

  await database.run("insert into orders values (5, 2, '2026-03-02 09:00Z')");
  expect(await run()).toMatchObject({ stdout: '1 delivered, 1 unchanged, 2 rows\n' });
  expect(sandbox.events.of({ email: 'grace@example.com' })).toHaveLength(2);
});
