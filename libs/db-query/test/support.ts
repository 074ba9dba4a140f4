import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tools/vitest/test-database.js';
import {
  type Database,
  DatabaseError,
  openDatabase,
  type PoolOptions,
  type Query,
} from '../src/index.js';

/** A database for the tests of one file. */
export interface Fixture {
  readonly url: string;
  readonly run: TestDatabase['run'];
  /** Opens it, for the running test. */
  open(options?: PoolOptions): Database;
  /** What the sessions of an application are doing, as the server sees it. */
  sessions(applicationName: string): Promise<{ pid: number; state: string; query: string }[]>;
}

export function useTestDatabase(schema = ''): Fixture {
  let created: TestDatabase | undefined;
  const database = (): TestDatabase => {
    if (created === undefined) throw new Error('The test database is there from beforeAll on');
    return created;
  };
  beforeAll(async () => {
    created = await createTestDatabase();
    await created.run(schema);
  });
  afterAll(() => created?.drop());
  return {
    get url() {
      return database().url;
    },
    run: (sql, values) => database().run(sql, values),
    open: (options) => openFor(database().url, options),
    sessions: (applicationName) =>
      database().run(
        'select pid, state, query from pg_stat_activity where application_name = $1 and datname = current_database()',
        [applicationName],
      ),
  };
}

/** Opens a database and closes it when the running test is over. */
export function openFor(url: string, options: PoolOptions = {}): Database {
  const opened = openDatabase({ url, ...options });
  onTestFinished(() => opened.close());
  return opened;
}

/** A query of plain SQL. */
export function queryOf<Row = Record<string, unknown>>(
  sql: string,
  columns: readonly string[],
  parameters: readonly unknown[] = [],
): Query<Row> {
  return { name: 'test', sql, parameters, columns: columns as Query<Row>['columns'] };
}

export async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  return Array.fromAsync(rows);
}

/** The rows of a query in a snapshot of its own. */
export async function read<Row>(database: Database, query: Query<Row>): Promise<Row[]> {
  await using snapshot = await database.snapshot();
  return await collect(snapshot.stream(query));
}

/** The coded error with which something fails. */
export async function failureOf(work: PromiseLike<unknown>): Promise<DatabaseError> {
  const error: unknown = await work.then(
    (value) => expect.unreachable(`it should have failed, and gave ${String(value)}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  return error as DatabaseError;
}
