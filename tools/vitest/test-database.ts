import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of a real server, from `tools/vitest/postgres.ts`. */
    databaseUrl: string;
  }
}

/** A database that only one test file knows. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
  readonly name: string;
  /** Runs SQL on a connection of its own; several statements where there are no values. */
  run<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
  drop(): Promise<void>;
}

/**
 * Creates an empty database on the server of `inject('databaseUrl')`.
 *
 * @example
 * let database: TestDatabase;
 * beforeAll(async () => (database = await createTestDatabase()));
 * afterAll(() => database.drop());
 */
export async function createTestDatabase(
  serverUrl: string = inject('databaseUrl'),
  encoding = 'UTF8',
): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await runSql(
    serverUrl,
    `create database ${name} template template0 encoding '${encoding}' locale 'C'`,
  );
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  const drop = async (): Promise<void> => {
    await runSql(serverUrl, `drop database if exists ${name} with (force)`);
  };
  return {
    url,
    name,
    run: (sql, values) => runSql(url, sql, values),
    drop,
    [Symbol.asyncDispose]: drop,
  };
}

async function runSql<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values?: readonly unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query<Row>(sql, values && [...values]);
    return result.rows;
  } finally {
    await client.end();
  }
}
