import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CopyOptions, sqlQuery } from '../src/index.js';
import { createTestDatabase } from '../../../tools/vitest/test-database.js';
import { formatCsv } from './csv-export.js';
import { collect, openFor, queryOf, useTestDatabase } from './support.js';
import { bothWays } from './both-ways.js';
import { VALUES } from './copy-values.js';

const fixture = useTestDatabase(`
  create type mood as enum ('happy', 'sad, "so" sad', '=1+1');
  create domain positive as int8 check (value > 0);
  create type pair as (a int, b text);
`);

const DATABASE = { applicationName: 'copy' };

async function expectSame(text: string, options: CopyOptions = {}) {
  const { copied, written } = await bothWays(
    fixture.open(DATABASE),
    sqlQuery({ name: 'test', text }),
    options,
  );
  expect(copied).toBe(written);
}

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
    const { copied, written } = await bothWays(
      fixture.open(DATABASE),
      sqlQuery({ name: 'test', text }),
      { header: false },
    );
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
