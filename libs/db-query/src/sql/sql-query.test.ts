import { describe, expect, test } from 'vitest';
import { DatabaseError } from '../errors/database-error.js';
import { sqlQuery } from './sql-query.js';

/** A query all of whose parameters are 1. */
const sqlOf = (text: string, ...names: string[]) =>
  sqlQuery({ name: 'test.sql', text, parameters: Object.fromEntries(names.map((n) => [n, 1])) });

function failureOf(text: string, ...names: string[]): DatabaseError {
  try {
    sqlOf(text, ...names);
  } catch (error) {
    if (error instanceof DatabaseError) return error;
    throw error;
  }
  return expect.unreachable('it should have failed');
}

test('named parameters become numbered ones, each name one number', () => {
  const query = sqlQuery({
    name: 'recent.sql',
    text: 'select :plan::text, id from users where since >= :since and plan = :plan;\n',
    parameters: { since: '2026-01-01', plan: "pro'; drop table users; --" },
  });
  expect(query).toMatchObject({
    name: 'recent.sql',
    sql: 'select $1::text, id from users where since >= $2 and plan = $1 \n',
    parameters: ["pro'; drop table users; --", '2026-01-01'],
    columns: undefined,
  });
  expect(Object.isFrozen(query) && Object.isFrozen(query.parameters)).toBe(true);
});

describe('what only looks like a parameter stays as it is', () => {
  test.each([
    "select ':a', 'it''s :a'",
    String.raw`select E'\':a', e'\\', 'x'`,
    String.raw`select E'a' -- and on
       'b\':a'`,
    String.raw`select '\', ':a'`,
    'select U&":a", ":a "" :a" from t',
    'select $$ :a $$, $x$ $$ :a $y$ $x$',
    'select $é$ :a $é$',
    'select a$b$ , c$b$ from t',
    'select 1 -- :a\n',
    'select 1 /* :a /* :a */ :a */',
    "select '/*', 1, '*/'",
    "select '1'::int, x::text[]",
    'select f(a := 1, b => 2)',
    'select x[1:2], x[:2], x[1:], x[a:b], x[f(1):b], x[y[1]:b]',
    'select 1 as "::a"',
    'select 1 :: int',
  ])('%s', (text) => {
    expect(sqlOf(text).sql).toBe(text);
  });
});

describe('a parameter is one', () => {
  test.each([
    ['select :a', 'select $1'],
    ['select(:a)', 'select($1)'],
    ['select x[:a]', 'select x[$1]'],
    ['select x[1: :a]', 'select x[1: $1]'],
    ['select array[:a,:a]', 'select array[$1,$1]'],
    ['select 1=:a', 'select 1=$1'],
    ['select /* x */:a--', 'select /* x */$1--'],
    ["select 'x' :a", "select 'x' $1"],
    ["select e'' :a", "select e'' $1"],
    [String.raw`select E'\\' :a`, String.raw`select E'\\' $1`],
    ['select $$$$ || :a', 'select $$$$ || $1'],
    ['select f(x:=:a)', 'select f(x:=$1)'],
    ['select :a::int', 'select $1::int'],
  ])('%s', (text, sql) => {
    expect(sqlOf(text, 'a').sql).toBe(sql);
  });

  test('of any letters, told apart by their case', () => {
    expect(sqlOf('select :größe, :Größe, :_1', 'größe', 'Größe', '_1').sql).toBe(
      'select $1, $2, $3',
    );
  });

  test('also where it is called like something that every object has', () => {
    expect(failureOf('select :constructor').message).toContain('":constructor" has no value');
    expect(sqlOf('select :constructor', 'constructor').parameters).toEqual([1]);
  });
});

describe('is refused before anything is sent', () => {
  test.each<[string, string[], string, string]>([
    ['select :since', [], 'PARAMETERS', 'the parameter ":since" has no value. Give it one.'],
    ['select :since', ['sinse'], 'PARAMETERS', 'Did you mean ":sinse"?'],
    ['select :a', ['a', 'other'], 'PARAMETERS', 'no parameter ":other". It has :a.'],
    ['select :since', ['since', 'sinse'], 'PARAMETERS', 'Did you mean ":since"?'],
    ['select 1', ['a'], 'PARAMETERS', 'It has no parameters.'],
    ["select ':a'", ['a'], 'PARAMETERS', 'no parameter ":a"'],
    ['select $1', [], 'PARAMETERS', '$1 is a numbered parameter'],
    ['select 1; select 2', [], 'SYNTAX', 'another statement begins'],
    ['select 1; -- x\n /* y */ ; drop table t', [], 'SYNTAX', 'another statement begins'],
    ['  -- nothing\n ; ', [], 'SYNTAX', 'has no statement'],
    ["select 'abc", [], 'SYNTAX', 'a text in quotes has no end'],
    [String.raw`select E'abc\'`, [], 'SYNTAX', 'a text in quotes has no end'],
    ['select "abc', [], 'SYNTAX', 'a name in quotes has no end'],
    ['select $x$ abc $y$', [], 'SYNTAX', 'a text in $x$ has no end'],
    ['select 1 /* /* */', [], 'SYNTAX', 'a comment has no end'],
  ])('%s with %j', (text, names, code, message) => {
    const error = failureOf(text, ...names);
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  test.each<[unknown, string]>([
    [undefined, 'the options must be an object'],
    [{ name: 'x' }, 'text must be a string, not undefined'],
    [{ name: 'x', text: 'select 1\0' }, 'text contains a NUL character'],
    [{ name: 'x', text: 'select 1', params: {} }, 'Known are name, text, parameters'],
    [{ name: 'x', text: 'select 1', parameters: ['secret'] }, 'must be an object, not an array'],
    [
      { name: 'x', text: 'select :a', parameters: { a: undefined } },
      'Parameter :a of the query is undefined',
    ],
    [
      { name: 'x', text: 'select :a', parameters: { a: 'secret\0' } },
      'Parameter :a of the query contains a NUL character',
    ],
  ])('the definition %j', (definition, message) => {
    const misuse = () => sqlQuery(definition as never);
    expect(misuse).toThrow(TypeError);
    expect(misuse).toThrow(message);
    expect(misuse).not.toThrow('secret');
  });
});

test('the place is shown with its line and a caret', () => {
  const error = failureOf('select id\n\tfrom "größe😀" where a = :since');
  expect(error.position).toBe(36);
  expect(error.message).toBe(
    [
      'Query "test.sql", line 2, column 26: the parameter ":since" has no value. Give it one.',
      '2 | \tfrom "größe😀" where a = :since',
      `    \t${' '.repeat(24)}^`,
    ].join('\n'),
  );
});

test('of a long line the part around the place is shown, without what a terminal would obey', () => {
  const error = failureOf(`select '\u001b[31m', ${'1, '.repeat(90)}:since, ${'1, '.repeat(90)}1`);
  const [, line = '', caret = ''] = error.message.split('\n');
  expect(line).toMatch(/^1 \| …[1, ]+:since, .*…$/);
  expect(line.indexOf(':since')).toBe(caret.indexOf('^'));
  expect(failureOf("select '\u001b[31m', :a").message).not.toContain('\u001b');
});
