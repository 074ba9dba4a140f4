import { describe, expect, test, vi } from 'vitest';
import { Timestamp } from '../src/index.js';
import { collect, queryOf, read, useTestDatabase } from './support.js';

const fixture = useTestDatabase(`
  create type mood as enum ('happy', 'sad, "so" sad');
  create domain positive as int8 check (value > 0);
  create domain positives as positive check (value < 10);
  create type pair as (a int, b text);
`);

/** One value through the server and back. */
async function valueOf(expression: string, parameters: unknown[] = []): Promise<unknown> {
  const query = queryOf<{ v: unknown }>(`select ${expression} as v`, ['v'], parameters);
  const [row] = await read(fixture.open(), query);
  return row?.v;
}

describe('every type keeps its value', () => {
  test.each<[string, unknown]>([
    ['true', true],
    ['false', false],
    ['32767::int2', 32767],
    ['(-2147483648)::int4', -2147483648],
    ['4294967295::oid', 4294967295],
    ['9223372036854775807::int8', 9223372036854775807n],
    ['(-9223372036854775808)::int8', -9223372036854775808n],
    ['0.1::float4', 0.1],
    ['0.30000000000000004::float8', 0.30000000000000004],
    ['1e308::float8', 1e308],
    ["'NaN'::float8", Number.NaN],
    ["'-Infinity'::float8", Number.NEGATIVE_INFINITY],
    [
      '123456789012345678901234567890.123456789::numeric',
      '123456789012345678901234567890.123456789',
    ],
    ['1.10::numeric', '1.10'],
    ["'NaN'::numeric", 'NaN'],
    ["''", ''],
    [`E'tab\\t "quote" \\'single\\' \\\\ 😀'`, `tab\t "quote" 'single' \\ 😀`],
    ["'ab'::char(4)", 'ab  '],
    ["'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid", 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
    [`'sad, "so" sad'::mood`, 'sad, "so" sad'],
    ['7::positive', 7n],
    ["'\\x00ff10'::bytea", Buffer.from([0, 255, 16])],
    ["''::bytea", Buffer.alloc(0)],
    ["'2026-03-29'::date", '2026-03-29'],
    ["'infinity'::date", 'infinity'],
    ["'0044-03-15 BC'::date", '0044-03-15 BC'],
    ["'24:00:00'::time", '24:00:00'],
    ["'12:30:00.000001+05:45'::timetz", '12:30:00.000001+05:45'],
    ["'2026-03-29 02:30:00.123456'::timestamp", '2026-03-29 02:30:00.123456'],
    ["'infinity'::timestamptz", 'infinity'],
    ["'-infinity'::timestamptz", '-infinity'],
    ["interval '1 year 2 days 03:04:05.678901'", '1 year 2 days 03:04:05.678901'],
    [
      `'{"a": [1, null, 12345678901234567890, 1.50]}'::jsonb`,
      { a: [1, null, 12345678901234567890n, 1.5] },
    ],
    [`'[0.1000000000000000055511151231257827]'::json`, ['0.1000000000000000055511151231257827']],
    [`'"text"'::jsonb`, 'text'],
    ["row(1, 'x')::pair", '(1,x)'],
    ["'[1,5)'::int4range", '[1,5)'],
    ["'(1,2)'::point", '(1,2)'],
    ["'127.0.0.1/8'::inet", '127.0.0.1/8'],
    ['array[1, null, 3]::int4[]', [1, null, 3]],
    [
      'array[[1, 2], [3, 4]]::int8[]',
      [
        [1n, 2n],
        [3n, 4n],
      ],
    ],
    ["'[0:1]={5,6}'::int4[]", [5, 6]],
    [
      `array['a,b', 'NULL', null, '', '"', E'\\\\', '{}']`,
      ['a,b', 'NULL', null, '', '"', '\\', '{}'],
    ],
    ["'{}'::text[]", []],
    ["array['\\x01ff'::bytea]", [Buffer.from([1, 255])]],
    ["array[1.10, 'NaN']::numeric[]", ['1.10', 'NaN']],
    [`array['{"a": 9007199254740993}']::jsonb[]`, [{ a: 9007199254740993n }]],
    ["array['2026-03-29']::date[]", ['2026-03-29']],
    [`array['happy', 'sad, "so" sad', null]::mood[]`, ['happy', 'sad, "so" sad', null]],
    ['array[1, 2]::positives[]', [1n, 2n]],
    ["array['(1,1),(0,0)'::box]", '{(1,1),(0,0)}'],
  ])('%s', async (expression, value) => expect(await valueOf(expression)).toEqual(value));

  test.each(['int8', 'text', 'bytea', 'jsonb', 'timestamptz', 'mood[]'])(
    'NULL of %s',
    async (type) => expect(await valueOf(`null::${type}`)).toBeNull(),
  );

  test('a timestamptz, to the microsecond', async () => {
    const value = await valueOf("'2026-01-13 14:30:45.123456+00'::timestamptz");
    expect(value).toEqual(new Timestamp(Date.UTC(2026, 0, 13, 14, 30, 45, 123), 456));
    expect(JSON.stringify(value)).toBe('"2026-01-13T14:30:45.123456Z"');
  });
});

test('JSON and arrays stay the text that PostgreSQL writes, where that is asked for', async () => {
  const text = `select ' {"b":1.50,"a":12345678901234567890, "b" : 2}'::json as j, '[1.50, 1e2]'::jsonb as jb,
    array[1, null] as i, array['a,"b']::text[] as t, array['happy']::mood[] as m, '[0:1]={5,6}'::positives[] as p,
    1::int8 as n, true as b, '2026-01-13'::timestamptz as at, null::jsonb as nothing`;
  const columns = ['j', 'jb', 'i', 't', 'm', 'p', 'n', 'b', 'at', 'nothing'];
  await using snapshot = await fixture.open().snapshot();
  const [row] = await collect(snapshot.stream(queryOf(text, columns), { nested: 'text' }));
  expect(row).toEqual({
    j: ' {"b":1.50,"a":12345678901234567890, "b" : 2}',
    jb: '[1.50, 100]',
    i: '{1,NULL}',
    t: '{"a,\\"b"}',
    m: '{happy}',
    p: '[0:1]={5,6}',
    n: 1n,
    b: true,
    at: new Timestamp(Date.UTC(2026, 0, 13)),
    nothing: null,
  });
});

describe('what goes in as a parameter comes out as it was', () => {
  test.each<[string, unknown]>([
    ['int8', 9223372036854775807n],
    ['numeric', '123456789012345678901234567890.10'],
    ['text', `'; drop table users; -- "\\ 😀 $1 ?`],
    ['bytea', Buffer.from([0, 255, 39, 92])],
    ['bool', false],
    ['float8', 0.1],
    ['text[]', ['a,b', null, '"\\{}', 'NULL', '']],
    ['int8[]', [1n, null]],
    ['bytea[]', [Buffer.from([1, 255])]],
    ['jsonb', { a: [1, 'x', null] }],
    ['timestamptz', new Timestamp(Date.UTC(2026, 0, 13), 456)],
    ['timestamptz', new Timestamp(Date.UTC(-43, 2, 15))],
    ['timestamptz', new Timestamp(8.64e15)],
    ['timestamptz[]', [new Timestamp(-1, 999)]],
    ['date', '2026-03-29'],
  ])('%s', async (type, value) => {
    const back = await valueOf(`$1::${type}`, [value]);
    expect(back).toEqual(value);
    expect(JSON.stringify([back], bigints)).toBe(JSON.stringify([value], bigints));
  });
});

describe('settings and time zones of server and client make no difference', () => {
  test.each([
    ['Asia/Kathmandu', 'German, DMY', 'America/St_Johns'],
    ['America/Caracas', 'SQL, MDY', 'Australia/Lord_Howe'],
    ['Africa/Monrovia', 'Postgres, YMD', 'Pacific/Apia'],
  ])('server in %s with %s, client in %s', async (serverZone, dateStyle, clientZone) => {
    await fixture.run(
      `do $$ declare d text := current_database(); begin
        execute format('alter database %I set timezone = %L', d, '${serverZone}');
        execute format('alter database %I set datestyle = ${dateStyle}', d);
        execute format('alter database %I set intervalstyle = sql_standard', d);
        execute format('alter database %I set bytea_output = escape', d);
        execute format('alter database %I set extra_float_digits = -10', d);
      end $$`,
    );
    vi.stubEnv('TZ', clientZone);
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    const columns = ['at', 'late', 'day', 'plain', 'span', 'bytes', 'third', 'cast'];
    const query = queryOf(
      `select '2026-03-29 01:59:59.999999+00'::timestamptz as at, $1::timestamptz as late,
        '2026-03-29'::date as day, '2026-03-29 02:30:00'::timestamp as plain,
        interval '1 day 02:00:00' as span, '\\x00ff'::bytea as bytes, 1 / 3::float8 as third,
        '2026-03-29 02:30:00'::timestamp::timestamptz as cast`,
      columns,
      [new Date('2026-10-25T00:30:00.123Z')],
    );
    expect(await read(fixture.open(), query)).toEqual([
      {
        at: new Timestamp(Date.UTC(2026, 2, 29, 1, 59, 59, 999), 999),
        late: new Timestamp(Date.UTC(2026, 9, 25, 0, 30, 0, 123)),
        day: '2026-03-29',
        plain: '2026-03-29 02:30:00',
        span: '1 day 02:00:00',
        bytes: Buffer.from([0, 255]),
        third: 1 / 3,
        cast: new Timestamp(Date.UTC(2026, 2, 29, 2, 30)),
      },
    ]);
  });
});

function bigints(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
