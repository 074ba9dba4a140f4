import { engagementSchemaSql } from '@org/db-query/engagement';
import { createSandbox, type Sandbox, type SandboxOptions } from '@org/iterable-sandbox';
import { onTestFinished } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tools/vitest/test-database.js';

export const API_KEY = 'e2e-api-key-0123456789abcdef0123';
export const JWT_SECRET = 'e2e-jwt-secret-0123456789abcdef0123456789';

/** A real database with the built-in query's tables, and a local Iterable. */
export interface World {
  readonly database: TestDatabase;
  readonly sandbox: Sandbox;
  /** Settings that point the program to both. */
  readonly env: Readonly<Record<string, string>>;
}

/** What a world is to be like. */
export interface WorldOptions {
  /** The key is JWT-enabled, and the program signs tokens. */
  readonly jwt?: boolean;
  /** What the local Iterable is to be like. */
  readonly sandbox?: Partial<SandboxOptions>;
}

export async function createWorld({
  jwt = false,
  sandbox: more,
}: WorldOptions = {}): Promise<World> {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  await database.run(engagementSchemaSql);
  const sandbox = await createSandbox({
    apiKeys: [jwt ? { key: API_KEY, jwtSecret: JWT_SECRET } : { key: API_KEY }],
    ...more,
  });
  onTestFinished(() => sandbox.close());
  return {
    database,
    sandbox,
    env: {
      DATABASE_URL: database.url,
      ITERABLE_BASE_URL: sandbox.url,
      ITERABLE_API_KEY: API_KEY,
      ...(jwt && { USE_JWT_AUTH: 'true', ITERABLE_JWT_SECRET: JWT_SECRET }),
    },
  };
}

/** Adds so many pro users with one recent engagement each. */
export async function addUsers({ database }: World, count: number): Promise<void> {
  await database.run(
    `insert into users (id, email, first_name, last_name, plan_type)
     select n, 'user' || n || '@example.com', 'First' || n, 'Last' || n, 'pro'
     from generate_series(1, $1::int) n`,
    [count],
  );
  await database.run(
    `insert into page_events (user_id, page, event_time)
     select id, '/pricing', now() - interval '1 hour' from users`,
  );
}
