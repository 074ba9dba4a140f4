import { type Generated, Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, Timestamp } from '../src/index.js';
import { failureOf, useTestDatabase } from './support.js';

interface Schema {
  item: { id: Generated<bigint>; name: string; at: Timestamp; data: unknown };
}

const fixture = useTestDatabase(
  'create table item (id bigint generated always as identity, name text unique, at timestamptz, data jsonb)',
);

function kysely(database: Database): Kysely<Schema> {
  const db = new Kysely<Schema>({ dialect: database.dialect });
  onTestFinished(() => db.destroy());
  return db;
}

test("typed queries of one's own keep every value, there and back", async () => {
  const db = kysely(fixture.open());
  const item = {
    name: `O'Hara`,
    at: new Timestamp(Date.UTC(2026, 0, 13), 456),
    data: { a: [1, 'x'] },
  };
  await db.insertInto('item').values(item).execute();
  const rows = await db.selectFrom('item').selectAll().execute();
  expect(rows).toEqual([{ id: 1n, ...item }]);
  expect(rows[0]?.at.microseconds).toBe(456);
  const { numDeletedRows } = await db.deleteFrom('item').executeTakeFirstOrThrow();
  expect(numDeletedRows).toBe(1n);
});

test('a transaction commits, and rolls back', async () => {
  const db = kysely(fixture.open());
  const name = (value: string) => ({ name: value, at: new Timestamp(0), data: null });
  await db.transaction().execute((trx) => trx.insertInto('item').values(name('kept')).execute());
  const failing = db.transaction().execute(async (trx) => {
    await trx.insertInto('item').values(name('lost')).execute();
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await db.selectFrom('item').select('name').execute()).toEqual([{ name: 'kept' }]);
});

test('rows can be streamed', async () => {
  const db = kysely(fixture.open());
  const numbers = db.selectNoFrom(sql<number>`generate_series(1, 250)`.as('n'));
  const seen: number[] = [];
  for await (const { n } of numbers.stream(100)) seen.push(n);
  expect(seen).toHaveLength(250);
});

test('errors are coded and hold no values', async () => {
  const db = kysely(fixture.open());
  const row = { name: 'alice@example.com', at: new Timestamp(0), data: null };
  await db.insertInto('item').values(row).execute();
  const error = await failureOf(db.insertInto('item').values(row).execute());
  expect(error).toMatchObject({ code: 'QUERY_FAILED', sqlState: '23505' });
  expect(error.message + JSON.stringify(error)).not.toContain('alice');
  const missing = await failureOf(sql`select * from nowhere`.execute(db));
  expect(missing).toMatchObject({ code: 'UNDEFINED_TABLE', sqlState: '42P01' });
  const stream = async () => {
    for await (const each of db.selectNoFrom(sql`1 / 0`.as('n')).stream()) expect(each).toBeNull();
  };
  expect(await failureOf(stream())).toMatchObject({ sqlState: '22012' });
});

test('destroying the Kysely leaves the pool to the database', async () => {
  const database = fixture.open();
  const db = new Kysely<Schema>({ dialect: database.dialect });
  await db.selectFrom('item').select('id').execute();
  await db.destroy();
  await database.check();
});

test('a connection that breaks within a transaction fails the next statement only', async () => {
  const database = fixture.open({ applicationName: 'broken' });
  const failing = kysely(database)
    .transaction()
    .execute(async (trx) => {
      await trx.selectFrom('item').select('id').execute();
      const [session] = await fixture.sessions('broken');
      await fixture.run('select pg_terminate_backend($1)', [session?.pid]);
      await expect.poll(() => fixture.sessions('broken')).toEqual([]);
      await trx.selectFrom('item').select('id').execute();
    });
  expect((await failureOf(failing)).code).toBe('CONNECTION_LOST');
  await database.check();
});
