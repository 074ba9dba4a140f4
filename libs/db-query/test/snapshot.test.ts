import { beforeEach, describe, expect, test } from 'vitest';
import { collect, failureOf, queryOf, read, useTestDatabase } from './support.js';

const fixture = useTestDatabase(
  'create table item (id int primary key, name text); create function touch() returns int language sql as $$ insert into item values (-1) returning id $$',
);
const items = queryOf<{ id: number; name: string }>('select id, name from item order by id', [
  'id',
  'name',
]);
const numbers = (count: number) =>
  queryOf<{ n: number }>('select n from generate_series(1, $1::int) as s (n)', ['n'], [count]);

beforeEach(async () => {
  await fixture.run('truncate item');
  await fixture.run("insert into item select n, 'before' from generate_series(1, 10) n");
});

describe('a snapshot', () => {
  test('shows the same data to all its streams, whatever is written meanwhile', async () => {
    const database = fixture.open();
    await using snapshot = await database.snapshot();
    await fixture.run("update item set name = 'after'; delete from item where id > 5");
    const first = await collect(snapshot.stream(items));
    await fixture.run("insert into item values (11, 'after')");
    const second = await collect(snapshot.stream(items));
    expect(first).toEqual(
      Array.from({ length: 10 }, (_, index) => ({ id: index + 1, name: 'before' })),
    );
    expect(second).toEqual(first);
    expect(await read(database, items)).toHaveLength(6);
  });

  test('has one clock: now() is the moment of its start in every stream', async () => {
    await using snapshot = await fixture.open().snapshot();
    const now = queryOf('select now() as at', ['at']);
    const [first] = await collect(snapshot.stream(now));
    await fixture.run('select pg_sleep(0.01)');
    expect(await collect(snapshot.stream(now))).toEqual([first]);
  });

  test('outlives idle_in_transaction_session_timeout and other limits of the server', async () => {
    await fixture.run(
      `do $$ begin execute format('alter database %I set idle_in_transaction_session_timeout = 300', current_database()); end $$`,
    );
    await using snapshot = await fixture.open().snapshot();
    const settings = queryOf(
      "select current_setting('idle_in_transaction_session_timeout') as idle, coalesce(current_setting('transaction_timeout', true), '0') as whole",
      ['idle', 'whole'],
    );
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await collect(snapshot.stream(settings))).toEqual([{ idle: '0', whole: '0' }]);
  });

  test('gives its connection back, and the next one gets it', async () => {
    const database = fixture.open({ maxConnections: 1, applicationName: 'reuse' });
    const snapshot = await database.snapshot();
    await collect(snapshot.stream(items));
    const [first] = await fixture.sessions('reuse');
    await snapshot.close();
    await snapshot.close();
    await database.check();
    const [second] = await fixture.sessions('reuse');
    expect(second?.pid).toBe(first?.pid);
    expect(second?.state).toBe('idle');
  });

  test('that is closed streams no more', async () => {
    const snapshot = await fixture.open().snapshot();
    await snapshot.close();
    expect(await failureOf(collect(snapshot.stream(items)))).toMatchObject({ code: 'CLOSED' });
  });

  test('that is open when the database is closed ends with it', async () => {
    const database = fixture.open({ applicationName: 'left-open' });
    const snapshot = await database.snapshot();
    const rows = snapshot.stream(numbers(100_000))[Symbol.asyncIterator]();
    await rows.next();
    await database.close();
    expect(await failureOf(rows.next() as Promise<unknown>)).toMatchObject({ code: 'CLOSED' });
    await expect.poll(() => fixture.sessions('left-open')).toEqual([]);
  });
});

describe('a stream', () => {
  test.each([0, 1, 9, 10, 11, 2500])('of %i rows gives each once, in order', async (count) => {
    await using snapshot = await fixture.open().snapshot();
    const rows = await collect(snapshot.stream(numbers(count), { batchSize: 10 }));
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  test('sends nothing before the first row is asked for', async () => {
    await using snapshot = await fixture.open().snapshot();
    snapshot.stream(queryOf('this is not SQL', []));
    expect(await collect(snapshot.stream(items))).toHaveLength(10);
  });

  test('can be read twice', async () => {
    await using snapshot = await fixture.open().snapshot();
    const stream = snapshot.stream(items);
    expect(await collect(stream)).toHaveLength(10);
    expect(await collect(stream)).toHaveLength(10);
  });

  test('beside another one is refused by name, and the first goes on', async () => {
    await using snapshot = await fixture.open().snapshot();
    const seen: number[] = [];
    for await (const { n } of snapshot.stream(numbers(25), { batchSize: 10 })) {
      seen.push(n);
      if (n !== 5) continue;
      const error = await failureOf(collect(snapshot.stream({ ...items, name: 'second' })));
      expect(error.code).toBe('SNAPSHOT_BUSY');
      expect(error.message).toContain('"second" can\'t be streamed while "test" is');
    }
    expect(seen).toHaveLength(25);
  });

  test('whose loop is left closes its cursor and frees the snapshot', async () => {
    await using snapshot = await fixture.open().snapshot();
    for await (const { n } of snapshot.stream(numbers(100_000))) if (n === 3) break;
    const cursors = queryOf<{ name: string }>("select name from pg_cursors where name <> ''", [
      'name',
    ]);
    // The query that asks is a cursor too.
    expect(await collect(snapshot.stream(cursors))).toHaveLength(1);
  });

  test('whose loop throws passes the error through and frees the snapshot', async () => {
    await using snapshot = await fixture.open().snapshot();
    const mine = new Error('the disk is full');
    const loop = async () => {
      for await (const { n } of snapshot.stream(numbers(100_000))) if (n === 3) throw mine;
    };
    await expect(loop()).rejects.toBe(mine);
    expect(await collect(snapshot.stream(items))).toHaveLength(10);
  });

  test('does not run into a statement timeout because its consumer is slow', async () => {
    const database = fixture.open({ statementTimeoutMs: 500 });
    await using snapshot = await database.snapshot();
    let count = 0;
    for await (const { n } of snapshot.stream(numbers(30), { batchSize: 10 })) {
      if (n === 1) await new Promise((resolve) => setTimeout(resolve, 1000));
      count += 1;
    }
    expect(count).toBe(30);
  });

  test('meets an error in the middle after the rows before it', async () => {
    const database = fixture.open({ applicationName: 'middle' });
    const snapshot = await database.snapshot();
    const query = queryOf<{ n: number }>(
      'select 10 / (16 - n) as n from generate_series(1, 20) n',
      ['n'],
    );
    const seen: number[] = [];
    const loop = async () => {
      for await (const { n } of snapshot.stream(query, { batchSize: 5 })) seen.push(n);
    };
    expect(await failureOf(loop())).toMatchObject({ code: 'INVALID_VALUE', sqlState: '22012' });
    expect(seen).toHaveLength(15);
    const next = await failureOf(collect(snapshot.stream(items)));
    expect(next).toMatchObject({ code: 'SNAPSHOT_ENDED', cause: { code: 'INVALID_VALUE' } });
    await expect.poll(() => fixture.sessions('middle')).toEqual([]);
  });

  test.each<[string, unknown, unknown, string]>([
    ['no query', undefined, {}, 'the query must be a Query, not undefined'],
    ['SQL alone', 'select 1', {}, 'the query must be a Query, not string'],
    ['half a query', { sql: 'select 1' }, {}, 'with name, sql, parameters and columns'],
    ['SQL with a NUL', { ...items, sql: 'select 1\0' }, {}, 'contains a NUL character'],
    ['an unknown option', items, { batchsize: 1 }, 'Did you mean "batchSize"?'],
    ['an empty batch', items, { batchSize: 0 }, 'batchSize must be a whole number from 1'],
    ['another form of JSON', items, { nested: 'json' }, "nested must be 'parsed' or 'text'"],
    ['a false signal', items, { signal: {} }, 'signal must be an AbortSignal'],
    ['a lost value', { ...items, parameters: [undefined] }, {}, 'Parameter $1 of the query'],
  ])('refuses %s at once', async (_, query, options, message) => {
    await using snapshot = await fixture.open().snapshot();
    const misuse = () => snapshot.stream(query as never, options as never);
    expect(misuse).toThrow(TypeError);
    expect(misuse).toThrow(message);
  });
});

describe('a query that would lose something is refused before its first row', () => {
  test.each<[string, string, string[], object]>([
    [
      'two columns of one name',
      'select 1 as id, 2 as id',
      ['id', 'id'],
      { code: 'DUPLICATE_COLUMN', message: expect.stringContaining('two columns "id"') },
    ],
    [
      'other columns than it says',
      'select 1 as id, 2 as extra',
      ['id'],
      { code: 'UNEXPECTED_COLUMNS', message: expect.stringContaining('returns id, extra') },
    ],
    [
      'the same columns in another order',
      'select 1 as b, 2 as a',
      ['a', 'b'],
      { code: 'UNEXPECTED_COLUMNS' },
    ],
  ])('%s', async (_, sql, columns, expected) => {
    await using snapshot = await fixture.open().snapshot();
    expect(await failureOf(collect(snapshot.stream(queryOf(sql, columns))))).toMatchObject(
      expected,
    );
    expect(await collect(snapshot.stream(items))).toHaveLength(10);
  });

  test('a column named __proto__ is a column', async () => {
    const [row] = await read(fixture.open(), queryOf('select 1 as "__proto__"', ['__proto__']));
    expect(Object.entries(row ?? {})).toEqual([['__proto__', 1]]);
  });
});

describe('writing is refused', () => {
  test.each<[string, object]>([
    ['drop table item', { code: 'NOT_A_QUERY' }],
    ['update item set name = null', { code: 'NOT_A_QUERY' }],
    ['commit', { code: 'NOT_A_QUERY' }],
    ['copy item to stdout', { code: 'NOT_A_QUERY' }],
    ['delete from item returning id', { code: 'READ_ONLY', sqlState: '25006' }],
    ['with gone as (delete from item returning id) select id from gone', { code: 'READ_ONLY' }],
    ['select touch() as id', { code: 'READ_ONLY' }],
    ['select id from item for update', { code: 'READ_ONLY' }],
    ["select set_config('transaction_read_only', 'off', true) as id", { sqlState: '25001' }],
    ['select id from item; delete from item', { code: 'SYNTAX' }],
    ['select id from item; commit; delete from item', { code: 'SYNTAX' }],
  ])('%s', async (sql, expected) => {
    const database = fixture.open();
    await using snapshot = await database.snapshot();
    expect(await failureOf(collect(snapshot.stream(queryOf(sql, ['id']))))).toMatchObject(expected);
    expect(await read(database, items)).toHaveLength(10);
  });
});
