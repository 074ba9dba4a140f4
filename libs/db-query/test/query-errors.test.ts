import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DatabaseError } from '../src/index.js';
import { failureOf, openFor, queryOf, read, useTestDatabase } from './support.js';

const fixture = useTestDatabase(`
  create table person (id int, email text);
  insert into person values (1, 'alice@example.com');
  create table secret (id int);
  create function complain(email text, state text default 'P0001') returns int language plpgsql as $$
    begin
      raise exception 'bad customer %', email using detail = email, hint = 'ask ' || email, errcode = state;
    end $$;
`);

const failed = (sql: string, parameters: unknown[] = []): Promise<DatabaseError> =>
  failureOf(read(fixture.open(), queryOf(sql, ['v'], parameters)));

describe('an error of the query is coded, with SQLSTATE, hint and position in its SQL', () => {
  test.each<[string, object]>([
    ['select id as v from persons', { code: 'UNDEFINED_TABLE', sqlState: '42P01', position: 21 }],
    ['select id as v from nowhere.person', { code: 'UNDEFINED_TABLE', position: 21 }],
    [
      'select emial as v from person',
      {
        code: 'UNDEFINED_COLUMN',
        sqlState: '42703',
        position: 8,
        hint: expect.stringContaining('"person.email"'),
      },
    ],
    ['selec 1 as v', { code: 'SYNTAX', sqlState: '42601', position: 1 }],
    ['select 1 as v from', { code: 'SYNTAX', position: 19 }],
    ['select lowwer(email) as v from person', { code: 'UNDEFINED_FUNCTION', sqlState: '42883' }],
    ['select 1 / 0 as v', { code: 'INVALID_VALUE', sqlState: '22012' }],
    ['select sum(id) over (order by id) as v from person for update', { code: 'NOT_SUPPORTED' }],
    ['select $1::int + $2::int as v', { sqlState: '08P01' }],
  ])('%s', async (sql, expected) => {
    const error = await failed(sql);
    expect(error).toMatchObject(expected);
    expect(error.message).toContain(`Cannot read from database "`);
    expect(error.message).toContain(`(SQLSTATE ${error.sqlState})`);
    if (error.position !== undefined) {
      expect(error.message).toContain(`at character ${error.position}`);
    }
  });

  test('a table that this user may not read', async () => {
    const role = `role_${new URL(fixture.url).pathname.slice(6)}`;
    await fixture.run(`create role ${role} login password 'pw'`);
    onTestFinished(async () => {
      await fixture.run(`drop role ${role}`);
    });
    const url = Object.assign(new URL(fixture.url), { username: role, password: 'pw' }).href;
    const reading = read(openFor(url), queryOf('select id as v from secret', ['v']));
    expect(await failureOf(reading)).toMatchObject({
      code: 'PERMISSION_DENIED',
      sqlState: '42501',
      message: expect.stringContaining('permission denied for table secret'),
    });
  });
});

describe('no value of a row or a parameter is in an error', () => {
  test.each<[string, string, unknown[]]>([
    ['a column that does not convert', 'select email::int as v from person', []],
    ['a parameter that does not convert', 'select $1::int as v', ['alice@example.com']],
    ['a date that is none', 'select $1::date as v', ['alice@example.com']],
    ['JSON that is none', 'select $1::jsonb as v', ['{"alice@example.com']],
    ['a function that raises it', 'select complain(email) as v from person', []],
    ['a type name', 'select $1::text::regtype::text as v', ['"alice@example.com']],
    ['a table name in a row', 'select email::regclass::text as v from person', []],
    ['a table name as a parameter', 'select $1::regclass::text as v', ['alice@example.com']],
    ['a text search', 'select $1::text::tsquery::text as v', ['alice@example.com &']],
    ['a path in JSON', 'select $1::text::jsonpath::text as v', ['alice@example.com $$']],
    [
      'a function that raises it as another error',
      "select complain(email, '57014') as v from person",
      [],
    ],
  ])('%s', async (_, sql, parameters) => {
    const error = await failed(sql, parameters);
    expect(error.sqlState).toMatch(/^(22|3F|42|57|P0)/);
    const printed =
      inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error) + error.stack;
    expect(printed).not.toContain('alice');
  });
});

test('the cause is an error that carries the SQLSTATE and no more of the reply', async () => {
  const { cause } = await failed('select id as v from persons');
  expect(cause).toBeInstanceOf(Error);
  expect({ ...(cause as Error) }).toEqual({
    name: 'PostgresError',
    sqlState: '42P01',
    severity: 'ERROR',
    routine: expect.any(String),
  });
});

test('the stack leads to the loop that reads', async () => {
  await using snapshot = await fixture.open().snapshot();
  const theLoopThatReads = async () => {
    for await (const row of snapshot.stream(queryOf('select id as v from persons', ['v']))) {
      expect(row).toBeUndefined();
    }
  };
  expect((await failureOf(theLoopThatReads())).stack).toContain('theLoopThatReads');
});

test('a hostile value stays a value', async () => {
  const hostile = [
    `'; drop table person; --`,
    `1); drop table person; --`,
    `$1 $$ ' " \\ \\' E'\\'' /* */ --`,
    `\u02bc OR 1=1`,
    '%_',
  ];
  for (const value of hostile) {
    const query = queryOf(
      'select $1::text as v, (select count(*) from person) as n',
      ['v', 'n'],
      [value],
    );
    expect(await read(fixture.open(), query)).toEqual([{ v: value, n: 1n }]);
  }
});
