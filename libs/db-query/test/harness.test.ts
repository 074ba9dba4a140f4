import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tools/vitest/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the tests have a real PostgreSQL of version 15 or later', async () => {
  const [row] = await database.run<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  expect(Number(row?.version)).toBeGreaterThanOrEqual(150000);
});
