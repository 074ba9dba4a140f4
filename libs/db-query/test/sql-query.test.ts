import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sqlQuery } from '../src/index.js';
import { collect, failureOf, queryOf, useTestDatabase } from './support.js';

const fixture = useTestDatabase(`
  create table customers (id bigint primary key, email text not null, total numeric(10,2), since timestamptz);
  insert into customers values (1, 'ada@example.com', 1.50, '2026-01-02'), (2, 'ben@example.com', null, '2026-01-01');
  create type mood as enum ('happy');
`);

const read = async (text: string, parameters: Record<string, unknown> = {}) => {
  await using snapshot = await fixture.open().snapshot();
  return await collect(snapshot.stream(sqlQuery({ name: 'test.sql', text, parameters })));
};

describe("the user's own SQL", () => {
  test('gets its parameters by their names, types inferred or cast', async () => {
    const text = `
      -- the :newest customers
      select id, email, :note as note from customers
      where since >= :since::date and email <> :note and id = any (:ids) order by id limit :most;`;
    const parameters = { since: '2026-01-02', note: 'a: b', ids: [1n, 2n], most: 5 };
    expect(await read(text, parameters)).toEqual([
      { id: 1n, email: 'ada@example.com', note: 'a: b' },
    ]);
  });

  test.each([
    "'; drop table customers; --",
    "' or '1'='1",
    String.raw`\'; drop table customers; --`,
    '$$; drop table customers; $$',
    '"; drop table customers; --',
    '/* ',
    '*/',
    '--',
    ':other',
    '$1',
    "E'\\''",
    '\u2019',
    'ʼ',
    '%s',
    '\u00bf\u0027',
  ])('takes the hostile value %s for a value', async (value) => {
    expect(await read('select :value::text as v', { value })).toEqual([{ v: value }]);
    expect(await read('select id from customers where email = :value', { value })).toEqual([]);
    expect(await read('select count(*) as n from customers')).toEqual([{ n: 2n }]);
  });

  test.each([
    'delete from customers returning id',
    'with gone as (delete from customers returning id) select id from gone',
    "select set_config('transaction_read_only', 'off', false)",
  ])('that writes is refused: %s', async (text) => {
    await failureOf(read(text));
    expect(await read('select count(*) as n from customers')).toEqual([{ n: 2n }]);
  });

  test('is scanned as the server does, whatever its own setting for backslashes', async () => {
    await fixture.run(
      `do $$ begin execute format('alter database %I set standard_conforming_strings = off', current_database()); end $$`,
    );
    const [row] = await read(String.raw`select '\' as slash, :a::text as v, ':a' as w`, { a: 'x' });
    expect(row).toEqual({ slash: '\\', v: 'x', w: ':a' });
  });

  test('has as many parameters for the server as for the scanner, whatever surrounds them', async () => {
    const piece = fc.constantFrom(
      ...[
        "':a'",
        "E'\\':a'",
        '$$:a$$',
        '$t$:a$$$t$',
        '":a"::text',
        "e'\n'",
        "U&':a'",
        "'' ",
        'null',
        ':a::text',
      ],
    );
    const gap = fc.constantFrom(' ', '\n', '/*:a/**/*/', '--:a\n', '\t');
    await using snapshot = await fixture.open().snapshot();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(gap, piece, gap), { minLength: 1, maxLength: 6 }),
        async (pieces) => {
          const list = pieces.map(([before, text, after]) => before + text + after).join(',');
          const used = pieces.some(([, text]) => text === ':a::text');
          const query = sqlQuery({
            name: 'generated',
            text: `select array_to_string(array[${list}], '|', 'null') as v from (select 'x' as ":a") s;`,
            parameters: used ? { a: "it's" } : {},
          });
          const texts: Record<string, string> = {
            "E'\\':a'": "':a",
            '":a"::text': 'x',
            "e'\n'": '\n',
            "'' ": '',
            '$t$:a$$$t$': ':a$$',
            null: 'null',
            ':a::text': "it's",
          };
          const expected = pieces.map(([, text]) => texts[text] ?? ':a').join('|');
          expect(await collect(snapshot.stream(query))).toEqual([{ v: expected }]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('an error of the server', () => {
  test("is shown in the user's text, behind parameters that became shorter", async () => {
    const text = 'select id, :a_long_name::text as v\n\tfrom customers where "größe😀" = emial';
    const error = await failureOf(
      read(text.replace('"größe😀" = ', ''), { a_long_name: 'secret' }),
    );
    expect(error).toMatchObject({ code: 'UNDEFINED_COLUMN', position: 58 });
    expect(error.message).toContain('column "emial" does not exist at line 2, column 23 (SQLSTATE');
    expect(error.message.split('\n').slice(-2)).toEqual([
      '2 | \tfrom customers where emial',
      '    \t                     ^',
    ]);
    expect(inspect(error, { depth: 9 }) + JSON.stringify(error)).not.toContain('secret');
  });

  test('is counted in characters, also beyond the basic plane', async () => {
    const text = "select '😀😀', :a::text, emial";
    const error = await failureOf(read(text, { a: 'x' }));
    expect(error.position).toBe(Array.from(text.slice(0, text.indexOf('emial'))).length + 1);
    expect(error.message).toContain('at line 1, column');
  });
});

describe('describe', () => {
  test('tells columns and types without running the query', async () => {
    await using snapshot = await fixture.open().snapshot();
    const text =
      'select id, total, since, :note::text as note, array[1] as list, null::mood as mood, pg_sleep(60)::text as zz from customers where id < :id';
    const query = sqlQuery({ name: 'test.sql', text, parameters: { note: 'x', id: 1 } });
    expect(await snapshot.describe(query)).toEqual([
      { name: 'id', type: 'bigint' },
      { name: 'total', type: 'numeric(10,2)' },
      { name: 'since', type: 'timestamp with time zone' },
      { name: 'note', type: 'text' },
      { name: 'list', type: 'integer[]' },
      { name: 'mood', type: 'mood' },
      { name: 'zz', type: 'text' },
    ]);
    expect(await snapshot.describe(queryOf('select 1 as one', ['one']))).toEqual([
      { name: 'one', type: 'integer' },
    ]);
  });

  test.each<[string, object]>([
    ['select nothing', { code: 'UNDEFINED_COLUMN' }],
    ['delete from customers', { code: 'NOT_A_QUERY' }],
    ['select 1 as a, 2 as a', { code: 'DUPLICATE_COLUMN' }],
  ])('refuses %s as a stream does', async (text, expected) => {
    await using snapshot = await fixture.open().snapshot();
    const query = sqlQuery({ name: 'test.sql', text });
    expect(await failureOf(snapshot.describe(query))).toMatchObject(expected);
  });

  test('waits its turn', async () => {
    await using snapshot = await fixture.open().snapshot();
    const query = sqlQuery({ name: 'test.sql', text: 'select generate_series(1, 5000) as n' });
    let busy: unknown;
    for await (const { n } of snapshot.stream(query)) {
      if (n === 1) busy = await failureOf(snapshot.describe(query));
    }
    expect(busy).toMatchObject({ code: 'SNAPSHOT_BUSY' });
    expect(await snapshot.describe(query)).toEqual([{ name: 'n', type: 'integer' }]);
  });
});
