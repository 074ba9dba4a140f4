import fc from 'fast-check';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type CopyOptions, type Query, type SqlQuery, sqlQuery } from '../src/index.js';
import { createTestDatabase } from '../../../tools/vitest/test-database.js';
import { formatCsv } from './csv-export.js';
import { collect, failureOf, openFor, queryOf, useTestDatabase } from './support.js';

const fixture = useTestDatabase(`
  create type mood as enum ('happy', 'sad, "so" sad', '=1+1');
  create domain positive as int8 check (value > 0);
  create type pair as (a int, b text);
  create table victim (id int);
`);

type AnyQuery = Query<Record<string, unknown>> | SqlQuery;
const DATABASE = { applicationName: 'copy' };

/** The same query as the server writes it, and as writeCsv writes its rows. */
async function bothWays(query: AnyQuery, options: CopyOptions = {}) {
  await using snapshot = await fixture.open(DATABASE).snapshot();
  const columns = (await snapshot.describe(query)).map(({ name }) => name);
  const rows = await collect(snapshot.stream(query as SqlQuery, { nested: 'text' }));
  const written = await formatCsv(rows, { columns, ...options });
  const copy = snapshot.copy(query, options);
  const copied = Buffer.concat(await collect(copy)).toString();
  expect(copy.rows).toBe(rows.length);
  return { copied, written: written.text };
}

async function expectSame(text: string, options: CopyOptions = {}) {
  const { copied, written } = await bothWays(sqlQuery({ name: 'test', text }), options);
  expect(copied).toBe(written);
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  boolean: ['true', 'false'],
  int2: ['0', '-32768', '32767'],
  int4: ['-2147483648'],
  int8: ['9223372036854775807', '-9223372036854775808'],
  oid: ['4294967295'],
  positive: ['1'],
  float8: [
    '0',
    '-0',
    '0.1',
    '-1.5',
    '1e15',
    '123456789012345680',
    '1e20',
    '26919713180923470',
    '1e22',
    '1e23',
    '-1e23',
    '9007199254740992',
    '1.8014398509481984e16',
    '12345678901234567890123',
    '1e39',
    '1e40',
    '1.2e25',
    '1e21',
    '-1.5e21',
    '1e300',
    '1e-5',
    '0.000001',
    '1e-7',
    '1.5e-7',
    '-1e-10',
    '5e-324',
    '1.7976931348623157e308',
    '9007199254740993',
    'NaN',
    'Infinity',
    '-Infinity',
  ],
  float4: ['0.1', '16777216', '1e6', '1e-6', '1e-45', '3.4028235e38', '-0', 'NaN'],
  numeric: ['1.10', '-1.5', '123456789012345678901234567890.123456789', 'NaN', '1e-20'],
  money: ['-5', '12.34'],
  text: [
    '',
    ' ',
    'a,b',
    '"',
    '""',
    "'",
    'a\nb',
    'a\rb',
    'a\r\nb',
    '\t',
    '\\.',
    '\\N',
    '\\',
    '=1+1',
    '+49 30',
    '-1',
    '-1.5e3',
    '-x',
    '-.',
    '@x',
    '＝1',
    '😀',
    'é',
    '\ufeff',
    'true',
    'NULL',
    'null',
    ';',
    '|',
    '$1',
    ':a',
    '%s',
    '\\x00',
  ],
  varchar: ['x', ''],
  'char(4)': ['x', '=1'],
  '"char"': ['=', 'x'],
  mood: ['happy', 'sad, "so" sad', '=1+1'],
  uuid: ['00000000-0000-0000-0000-000000000001'],
  bytea: ['', '\\x00ff', '\\x2c22'],
  timestamptz: [
    '2026-01-13 14:30:45.123456+05',
    '2026-01-13 14:30:45.123+00',
    '2026-01-13 14:30:45.999999+00',
    '1969-12-31 23:59:59.5+00',
    '0001-01-01 00:00:00+00',
    '0099-12-31 00:00:00+00',
    '0001-01-01 00:00:00+00 BC',
    '0044-03-15 12:00:00.25+00 BC',
    '4713-01-01 00:00:00+00 BC',
    '10000-01-01 00:00:00+00',
    '275760-09-13 00:00:00+00',
    '275760-09-13 00:00:00.0005+00',
    'infinity',
    '-infinity',
  ],
  timestamp: ['2026-01-13 14:30:45.123456', '-infinity', '0044-03-15 12:00:00 BC'],
  date: ['2026-01-13', 'infinity'],
  time: ['14:30:45.5'],
  timetz: ['14:30:45+02'],
  interval: ['-1 day 02:03:04.5', '1 year'],
  inet: ['10.0.0.1/8'],
  int4range: ['[1,5)'],
  xml: ['<a b="c">,</a>'],
  tsvector: ["'a' 'b'"],
  pair: ['(1,"a,b")', '(,)'],
  box: ['(1,2),(3,4)'],
  json: [
    '{}',
    ' { "b" : 1 , "a" : [ 1, 2 ] , "b" : 2, "10": 1, "__proto__": 1 } ',
    '[0.1000000000000000055511151231257827, 12345678901234567890, 1.50, 1e400]',
    '"a\\u0000b \\ud83d\\ude00 \\"=1+1\\""',
    'null',
    '-1',
    '\n\t{"a": 1}',
    '\t-1',
    '"=1"',
  ],
  jsonb: [
    '{"b": 1, "a": {"c": "x,y"}, "10": 1, "9": null}',
    '[1.50, 12345678901234567890, 1e-20]',
    '-1',
    'null',
    '"a\\nb"',
  ],
  'int4[]': ['{}', '{1,NULL,-3}', '[0:1]={5,6}', '{{1,2},{3,4}}'],
  'float8[]': ['{NaN,-0,1e23,Infinity}'],
  'text[]': ['{"=1","","a\\"b",NULL,"NULL","{}"}', '{-1}'],
  'bytea[]': ['{"\\\\x00ff"}'],
  'bool[]': ['{t,f}'],
  'timestamptz[]': ['{"2026-01-13 14:30:45.123456+05",infinity}'],
  'jsonb[]': ['{"{\\"a\\": 9007199254740993}"}'],
  'mood[]': ['{happy,"sad, \\"so\\" sad",NULL}'],
  'positive[]': ['{1,2}'],
  'pair[]': ['{"(1,\\"a,b\\")"}'],
  'box[]': ['{(1,2),(3,4);(5,6),(7,8)}'],
};
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const OPTIONS: readonly CopyOptions[] = [
  {},
  { header: false },
  { dates: 'iso', trueText: 't', falseText: 'f,"' },
  { nullText: 'NULL' },
  { nullText: 'true', trueText: 'true' },
  { nullText: '\\N', delimiter: ';', quote: "'" },
  { delimiter: '\t', bom: true },
  { delimiter: '|', quote: '~', bom: true, header: false },
  { formulaGuard: true },
  { formulaGuard: true, dates: 'iso', nullText: '-' },
];

describe('the server writes the same bytes as writeCsv', () => {
  test.each(Object.entries(VALUES))('for the type %s', async (type, values) => {
    const list = [...values.map((value) => `(${quoted(value)}::${type})`), `(null::${type})`];
    const text = `select v as "v", 1 as one from (values ${list.join(', ')}) t (v)`;
    for (const options of OPTIONS) await expectSame(text, options);
    for (const value of [...values.map(quoted), 'null']) {
      await expectSame(`select ${value}::${type} as v`, { header: false });
    }
  });

  test('for times that no Date can hold, with dates in ISO; else the server writes them as all others', async () => {
    const text =
      "select '290000-01-01 00:00:00.5+00'::timestamptz as v, '275760-09-13 00:00:00.001+00'::timestamptz as w";
    await expectSame(text, { dates: 'iso', formulaGuard: true });
    await expectSame(text, { dates: 'iso' });
    const { copied, written } = await bothWays(sqlQuery({ name: 'test', text }), { header: false });
    expect(copied).toBe('290000-01-01 00:00:00,275760-09-13 00:00:00\n');
    expect(written).toBe('290000-01-01 00:00:00.5+00,275760-09-13 00:00:00.001+00\n');
  });

  test('for columns of any name', async () => {
    const names = [
      'a',
      'A b',
      'a,b',
      'a""b',
      '=a',
      '-1',
      '\ufeffx',
      ' ',
      'é',
      '__proto__',
      '$1',
      ':a',
    ];
    const list = names.map((name, index) => `${index} as "${name}"`).join(', ');
    for (const options of OPTIONS) await expectSame(`select ${list}`, options);
    for (const name of ['\\.', '\ufeff', '\ufeffa,b', 'x']) {
      for (const options of OPTIONS) await expectSame(`select 1 as "${name}"`, options);
    }
  });

  test('for results without rows', async () => {
    for (const options of OPTIONS) await expectSame('select 1 as id, 2 as b where false', options);
    await using snapshot = await fixture.open().snapshot();
    const query = sqlQuery({ name: 'test', text: 'select 1 as id where false' });
    expect(snapshot.copy(query).header).toBe(true);
    expect(snapshot.copy(query, { header: false }).header).toBe(false);
  });

  test('for any table of texts, numbers, times and bytes, with any options', async () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...',;"\'\n\r\t\\.=-+@ ax1$:%|~', '\ufeff', '😀', 'é', 'null'),
      maxLength: 8,
    });
    const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 5 });
    const row = fc.tuple(
      nullable(hostile),
      nullable(fc.double()),
      nullable(fc.float()),
      nullable(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      nullable(fc.date({ min: new Date(-2e14), max: new Date(8.64e15), noInvalidDate: true })),
      nullable(fc.boolean()),
      nullable(fc.uint8Array({ maxLength: 5 })),
      nullable(fc.json({ stringUnit: 'grapheme' }).map((text) => `\n ${text}`)),
      nullable(fc.json().filter((text) => !text.includes('\\u0000'))),
      nullable(fc.array(nullable(hostile), { maxLength: 3 })),
      nullable(fc.array(nullable(fc.double()), { maxLength: 3 })),
    );
    const types = [
      ...['text', 'float8', 'float4', 'int8', 'timestamptz', 'bool', 'bytea'],
      ...['json', 'jsonb', 'text[]', 'float8[]'],
    ];
    const columns = types.map((_, index) => `c${index}`);
    const width = types.length;
    const format = fc.record(
      {
        header: fc.boolean(),
        bom: fc.boolean(),
        formulaGuard: fc.boolean(),
        delimiter: fc.constantFrom(',', ';', '\t', '|'),
        quote: fc.constantFrom('"', "'"),
        nullText: fc.constantFrom('', 'null', '-', '\\N'),
        dates: fc.constantFrom('datetime' as const, 'iso' as const),
      },
      { requiredKeys: [] },
    );
    await using snapshot = await fixture.open(DATABASE).snapshot();
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        format,
        async (rows, options) => {
          const places = rows.map(
            (_, at) =>
              `(${types.map((type, index) => `$${at * width + index + 1}::${type}`).join(', ')})`,
          );
          const text = `select * from (values ${places.join(', ')}) as t (${columns.join(', ')})`;
          const query = queryOf(text, columns, rows.flat());
          const written = await formatCsv(
            await collect(snapshot.stream(query, { nested: 'text' })),
            { columns, ...options },
          );
          const copied = Buffer.concat(await collect(snapshot.copy(query, options))).toString();
          expect(copied).toBe(written.text);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test.each(['LATIN1', 'EUC_JP', 'SQL_ASCII'])(
  'a server in %s guards against formulas as writeCsv does',
  async (encoding) => {
    await using created = await createTestDatabase(undefined, encoding);
    await using snapshot = await openFor(created.url).snapshot();
    const wide = encoding === 'EUC_JP' ? ", (U&'\\FF1D1'), (U&'\\3042')" : '';
    const text = `select v from (values ('=1'), ('-1'), ('a'), (''), ('~'), ('@')${wide}) as t (v)`;
    const query = queryOf(text, ['v']);
    const options = { formulaGuard: true };
    const rows = await collect(snapshot.stream(query));
    const written = await formatCsv(rows, { columns: ['v'], ...options });
    const copied = Buffer.concat(await collect(snapshot.copy(query, options))).toString();
    expect(copied).toBe(written.text);
    expect(copied.match(/^'/gm)).toHaveLength(encoding === 'EUC_JP' ? 3 : 2);
  },
);

describe('parameters of a copy', () => {
  const HOSTILE = [
    "'; drop table victim; --",
    "')) to program 'touch /tmp/x' --",
    String.raw`\'; drop table victim; --`,
    String.raw`\\'`,
    "''",
    '$$',
    '$1',
    '$2',
    ':a',
    '*/',
    '/*',
    '--',
    "E'\\''",
    '\n',
    '\u2019',
    '😀',
    '\\',
    '\\.',
    '',
  ];

  test.each(HOSTILE)('are values, whatever they look like: %j', async (value) => {
    const query = sqlQuery({
      name: 'test',
      text: "select :v::text as v, :v = :w as same, '$1' as no, ':v' as nor -- $1",
      parameters: { v: value, w: value },
    });
    const { copied, written } = await bothWays(query);
    expect(copied).toBe(written);
    expect(copied).toContain('true,$1,:v');
    await using snapshot = await fixture.open().snapshot();
    expect(await collect(snapshot.stream(queryOf('select id from victim', ['id'])))).toEqual([]);
  });

  test('keep their types', async () => {
    const text =
      'select $1::bit as a, $2::char(3) as b, $3::mood as c, pg_typeof($4)::text as d, $5::int8 + 1 as e, $6::bytea as f, $7 as g, $8::text is null as h, cardinality($9::text[]) as i, n from generate_series(1, 5) n where n > $10 limit $11';
    const parameters = [
      '1',
      'abc',
      'happy',
      'x',
      5n,
      Buffer.from([0, 255]),
      'y',
      null,
      ['a,"', null],
      2,
      2,
    ];
    const { copied, written } = await bothWays(
      queryOf(
        text.replace('$4)', '$4::varchar)'),
        ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'n'],
        parameters,
      ),
    );
    expect(copied).toBe(written);
    expect(copied.split('\n')).toHaveLength(4);
  });
});

/** The address of a way to the server that is cut after so many bytes from there. */
async function cuttingProxy(
  afterBytes: number,
  how: 'end' | 'destroy' | 'resetAndDestroy',
): Promise<string> {
  const real = new URL(fixture.url);
  const server = createServer((socket) => {
    const behind = connect(Number(real.port), real.hostname);
    let bytes = 0;
    behind.on('data', (chunk) => {
      bytes += chunk.length;
      if (bytes < afterBytes) socket.write(chunk);
      else socket[how]();
      if (bytes >= afterBytes) behind.destroy();
    });
    for (const side of [socket, behind]) side.on('error', () => undefined);
    socket.on('data', (chunk) => behind.write(chunk));
    socket.on('close', () => behind.destroy());
    behind.on('end', () => socket.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return Object.assign(new URL(real), { port: String(port) }).href;
}

describe('a copy', () => {
  const many = queryOf("select n, repeat('x', 1000) as t from generate_series(1, 200000) n", [
    'n',
    't',
  ]);

  test('of no columns is refused', async () => {
    await using snapshot = await fixture.open().snapshot();
    const nothing = snapshot.copy(sqlQuery({ name: 'test', text: 'select from victim' }));
    expect(await failureOf(collect(nothing))).toMatchObject({ code: 'NOT_SUPPORTED' });
    expect(await collect(snapshot.stream(queryOf('select 1 as a', ['a'])))).toEqual([{ a: 1 }]);
  });

  test('and a stream agree though a writer changes the rows all the while', async () => {
    await fixture.run(
      "create table busy as select n as id, 'before' as state, 0 as version from generate_series(1, 20000) n",
    );
    const query = queryOf('select id, state, version from busy order by id', [
      'id',
      'state',
      'version',
    ]);
    let writing = true;
    let changes = 0;
    const writer = (async () => {
      for (let id = 1; writing; id = (id % 20_000) + 97) {
        await fixture.run(
          `update busy set state = 'after', version = version + 1 where id % 97 = ${id % 97};
          delete from busy where id = ${id}; insert into busy values (${-id}, 'new', 0)`,
        );
        changes += 1;
      }
    })();
    try {
      // What the snapshot shows may lie between two changes, but it is one moment.
      await expect.poll(() => changes).toBeGreaterThan(2);
      await using snapshot = await fixture.open().snapshot();
      const before = changes;
      let copied = '';
      for await (const chunk of snapshot.copy(query)) {
        copied += Buffer.from(chunk).toString();
        const seen = changes;
        await expect.poll(() => changes).toBeGreaterThan(seen);
      }
      const rows = [];
      for await (const row of snapshot.stream(query, { batchSize: 5000 })) {
        rows.push(row);
        const seen = changes;
        if (rows.length % 5000 === 0) await expect.poll(() => changes).toBeGreaterThan(seen);
      }
      expect(changes).toBeGreaterThan(before + 4);
      const { text } = await formatCsv(rows, { columns: ['id', 'state', 'version'] });
      expect(copied).toBe(text);
      expect(copied).toContain('after');
    } finally {
      writing = false;
      await writer;
    }
  });

  test('waits for a slow reader, and loses nothing', async () => {
    await using snapshot = await fixture.open().snapshot();
    const copy = snapshot.copy(many);
    let bytes = 0;
    let pauses = 0;
    for await (const chunk of copy) {
      bytes += chunk.length;
      if (pauses++ < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const digits = Array.from({ length: 200_000 }, (_, n) => String(n + 1).length);
    expect(bytes).toBe(4 + digits.reduce((sum, length) => sum + length + 1002, 0));
    expect(copy.rows).toBe(200_000);
  });

  test('that is left early ends on the server, and with it the snapshot', async () => {
    const database = fixture.open({ applicationName: 'left' });
    const snapshot = await database.snapshot();
    for await (const chunk of snapshot.copy(many)) if (chunk.length > 100) break;
    await expect.poll(() => fixture.sessions('left')).toEqual([]);
    expect(await failureOf(collect(snapshot.stream(many)))).toMatchObject({ code: 'CANCELLED' });
  });

  test('ends with its signal, also while nobody reads', async () => {
    const database = fixture.open({ applicationName: 'stopped' });
    const snapshot = await database.snapshot();
    const stop = new AbortController();
    const chunks = snapshot.copy(many, { signal: stop.signal })[Symbol.asyncIterator]();
    await chunks.next();
    await chunks.next();
    stop.abort();
    await expect.poll(() => fixture.sessions('stopped')).toEqual([]);
    const rest = (async () => {
      while (!(await chunks.next()).done);
    })();
    expect(await failureOf(rest)).toMatchObject({ code: 'CANCELLED' });
  });

  test('meets an error in the middle, and has no count of rows then', async () => {
    await using snapshot = await fixture.open().snapshot();
    const text =
      "select 1 / (150000 - n) as x, repeat('y', 100) as y from generate_series(1, 200000) n";
    const copy = snapshot.copy(queryOf(text, ['x', 'y']));
    expect(await failureOf(collect(copy))).toMatchObject({
      code: 'INVALID_VALUE',
      sqlState: '22012',
    });
    expect(copy.rows).toBeUndefined();
  });

  test('whose session is ended in the middle fails, however much was read before', async () => {
    const database = fixture.open({ applicationName: 'ended' });
    await using snapshot = await database.snapshot();
    const copy = snapshot.copy(many);
    let bytes = 0;
    const reading = (async () => {
      for await (const chunk of copy) {
        if (bytes === 0) {
          const [session] = await fixture.sessions('ended');
          await fixture.run('select pg_terminate_backend($1)', [session?.pid]);
        }
        bytes += chunk.length;
      }
    })();
    expect(await failureOf(reading)).toMatchObject({ code: 'CONNECTION_LOST' });
    expect(bytes).toBeLessThan(200_000_000);
    expect(copy.rows).toBeUndefined();
    await database.check();
  });

  test.each(['end', 'destroy', 'resetAndDestroy'] as const)(
    'whose connection is cut on its way, by %s, never looks like a whole one',
    async (how) => {
      const proxy = await cuttingProxy(1_000_000, how);
      await using snapshot = await openFor(proxy).snapshot();
      const copy = snapshot.copy(many);
      expect(await failureOf(collect(copy))).toMatchObject({ code: 'CONNECTION_LOST' });
      expect(copy.rows).toBeUndefined();
    },
  );

  test('that takes too long is ended by the server', async () => {
    await using snapshot = await fixture.open({ statementTimeoutMs: 300 }).snapshot();
    const text = 'select n, pg_sleep(0.001) from generate_series(1, 60000) n';
    const copy = snapshot.copy(sqlQuery({ name: 'test', text }));
    expect(await failureOf(collect(copy))).toMatchObject({ code: 'STATEMENT_TIMEOUT' });
    expect(copy.rows).toBeUndefined();
  });

  test.each([
    'delete from victim returning id',
    'with gone as (delete from victim returning id) select id from gone',
    'show work_mem',
    'select 1 as a; select 2 as a',
    'select 1 as a) to stdout --',
    'select nothing',
  ])('of what is no query, or writes, is refused: %s', async (text) => {
    await using snapshot = await fixture.open().snapshot();
    await failureOf(collect(snapshot.copy(queryOf(text, ['a']))));
  });

  test.each<[unknown, string]>([
    [{ delimeter: ';' }, 'Did you mean "delimiter"?'],
    [{ delimiter: '€' }, 'delimiter must be one ASCII character'],
    [{ delimiter: '"' }, 'delimiter and quote must differ'],
    [{ quote: '\n' }, 'quote must be one ASCII character'],
    [{ nullText: ',' }, 'nullText must not have the delimiter'],
    [{ nullText: 1 }, 'nullText must be a string, not number'],
    [{ header: 1 }, 'header must be true or false'],
    [{ dates: 'us' }, "dates must be 'datetime' or 'iso'"],
    [{ signal: {} }, 'signal must be an AbortSignal'],
  ])('refuses the options %j at once', async (options, message) => {
    await using snapshot = await fixture.open().snapshot();
    const misuse = () => snapshot.copy(many, options as never);
    expect(misuse).toThrow(TypeError);
    expect(misuse).toThrow(message);
  });
});
