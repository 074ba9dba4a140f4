import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { sqlQuery } from '../src/index.js';
import { collect, failureOf, queryOf, useTestDatabase } from './support.js';

const fixture = useTestDatabase('create table lead (id int, email text)');

const check = async (text: string, column: string, examples?: number) => {
  await using snapshot = await fixture.open().snapshot();
  const query = sqlQuery({ name: 'leads', text });
  return await snapshot.checkKey(query, { column, ...(examples !== undefined && { examples }) });
};
const VALUES = `select * from (values (1, 'b'), (2, null), (3, 'a'), (4, 'b'), (5, null), (6, 'a'), (7, 'b'), (8, 'c')) as t (id, email) order by id -- by id`;

describe('a key', () => {
  test('that is there, not null and different in all rows is good', async () => {
    const good = { nulls: 0, duplicates: 0, first: [] };
    expect(await check(VALUES, 'id')).toEqual({ rows: 8, ...good });
    expect(await check('select id, email from lead', 'id')).toEqual({ rows: 0, ...good });
  });

  test('that repeats or lacks is told, the first offending ones in the order of the query', async () => {
    expect(await check(VALUES, 'email')).toEqual({
      rows: 8,
      nulls: 2,
      duplicates: 2,
      first: [
        { key: 'b', rows: 3, firstRow: 1 },
        { key: null, rows: 2, firstRow: 2 },
        { key: 'a', rows: 2, firstRow: 3 },
      ],
    });
    expect((await check(VALUES, 'email', 1)).first).toEqual([{ key: 'b', rows: 3, firstRow: 1 }]);
    expect((await check(VALUES, 'email', 0)).first).toEqual([]);
  });

  test('is looked at in the same snapshot as the rows, with parameters', async () => {
    await using snapshot = await fixture.open().snapshot();
    const query = queryOf('select id, email from lead where id < $1', ['id', 'email'], [10]);
    expect(await snapshot.checkKey(query, { column: 'id' })).toMatchObject({ rows: 0 });
    await fixture.run("insert into lead values (1, 'a'), (1, 'a')");
    expect(await snapshot.checkKey(query, { column: 'id' })).toMatchObject({ duplicates: 0 });
    expect(await collect(snapshot.stream(query))).toEqual([]);
  });

  test('of any name is quoted', async () => {
    const text = 'select 1 as "a"" ; drop table lead; --", 2 as "$1"';
    expect(await check(text, 'a" ; drop table lead; --')).toMatchObject({ rows: 1 });
    expect(await check(text, '$1')).toMatchObject({ rows: 1 });
  });

  test.each([
    ['emial', 'Did you mean "email"?'],
    ['ID', 'Did you mean "id"?'],
    ['nothing like it', 'it returns id, email'],
  ])('that is not among the columns is refused: %s', async (column, message) => {
    const error = await failureOf(check('select id, email from lead', column));
    expect(error.code).toBe('UNDEFINED_COLUMN');
    expect(error.message).toContain(message);
  });

  test('whose type knows no equality is refused', async () => {
    expect(await failureOf(check(`select '{"a":"secret"}'::json as j`, 'j'))).toMatchObject({
      code: 'UNDEFINED_FUNCTION',
    });
  });

  test('appears in no error', async () => {
    const error = await failureOf(
      check(`select ('secret' || x)::int as id from generate_series(1, 2) x`, 'id'),
    );
    expect(inspect(error, { depth: 9 })).not.toContain('secret');
  });

  test('must be given', async () => {
    await using snapshot = await fixture.open().snapshot();
    const query = queryOf('select 1 as id', ['id']);
    await expect(snapshot.checkKey(query, {} as never)).rejects.toThrow('column must be a string');
    await expect(snapshot.checkKey(query, { column: 'id', examples: -1 })).rejects.toThrow(
      'examples must be a whole number from 0 to 1000',
    );
  });
});

test('batches have as many rows as fit into their bytes, and all rows come', async () => {
  await using snapshot = await fixture.open().snapshot();
  const query = queryOf<{ n: number; t: string }>(
    "select n, repeat('x', 20000) as t from generate_series(1, 500) n",
    ['n', 't'],
  );
  const rows = await collect(snapshot.stream(query, { batchBytes: 1024 }));
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  const misuse = () => snapshot.stream(query, { batchBytes: 1 });
  expect(misuse).toThrow('batchBytes must be a whole number from 1024');
});
