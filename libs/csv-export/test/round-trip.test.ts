import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formatCsv, type CsvFormatOptions } from '../src/index.js';

/** Texts of what CSV trips over, and any others. */
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...',;\t|"\'\r\n \\.=-a😀') }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '"', '""', '\n', '\r\n', '\r', '\\.', ' ', 'NULL', '\ufeff', '\0', '\u2028'),
);

const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 12,
  }),
);

const dialect = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quote: fc.constantFrom('"', "'"),
    lineEnding: fc.constantFrom('\n' as const, '\r\n' as const),
    bom: fc.boolean(),
  })
  .map((options) => options satisfies Partial<CsvFormatOptions<string[]>>);

type Dialect = typeof dialect extends fc.Arbitrary<infer Value> ? Value : never;

async function write(
  rows: string[][],
  options: Partial<CsvFormatOptions<string[]>>,
): Promise<string> {
  const columns = rows[0]?.map((_, index) => `c${index}`) ?? [];
  return (await formatCsv(rows, { columns, header: false, ...options })).text;
}

const readers: readonly [string, (text: string, dialect: Dialect) => string[][]][] = [
  [
    'csv-parse',
    (text, { delimiter, quote, lineEnding, bom }) =>
      parse(text, { delimiter, quote, escape: quote, record_delimiter: lineEnding, bom }),
  ],
  [
    'PapaParse',
    (text, { delimiter, quote, lineEnding }) => {
      const { data, errors } = Papa.parse<string[]>(text, {
        delimiter,
        quoteChar: quote,
        escapeChar: quote,
        newline: lineEnding,
      });
      expect(errors.filter(({ code }) => code !== 'UndetectableDelimiter')).toEqual([]);
      // It takes the end of the last line for the beginning of another one.
      expect(data.pop()).toEqual(['']);
      return data;
    },
  ],
];

describe.each(readers)('read by %s', (_, read) => {
  it('any table of texts is what it was', async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, options) => {
        expect(read(await write(rows, options), options)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('null is no text at all, told apart by its own text', async () => {
    const nullable = fc.array(fc.tuple(fc.option(cell), fc.option(cell)), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(nullable, dialect, async (rows, options) => {
        const text = await write(rows as string[][], { ...options, nullText: 'NULL-42' });
        const expected = rows.map((row) => row.map((value) => value ?? 'NULL-42'));
        fc.pre(!rows.flat().includes('NULL-42'));
        expect(read(text, options)).toEqual(expected);
      }),
    );
  });

  it('guarded cells are what they were but for the apostrophe', async () => {
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, options) => {
        const cells = read(await write(rows, { ...options, formulaGuard: true }), options);
        for (const [index, row] of cells.entries()) {
          for (const [position, text] of row.entries()) {
            const original = rows[index]?.[position] ?? '';
            expect([original, `'${original}`]).toContain(text);
            expect(text).not.toMatch(/^[=+@\t\r\n]/);
          }
        }
      }),
    );
  });
});

it('null and the empty text are told apart by who looks at the quotes', async () => {
  const nullable = fc.array(fc.tuple(fc.option(cell), fc.option(cell)), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(nullable, async (rows) => {
      const text = await write(rows as string[][], {});
      const read: unknown = parse(text, {
        record_delimiter: '\n',
        cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
      });
      expect(read).toEqual(rows);
    }),
  );
});

it('a table of objects has its names in the header, for any names', async () => {
  const names = fc.uniqueArray(cell, { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(names, fc.infiniteStream(cell), async (columns, cells) => {
      const entries = columns.map((name) => [name, cells.next().value as string] as const);
      const row = Object.fromEntries(entries);
      const { text } = await formatCsv([row], { columns });
      expect(parse(text, { record_delimiter: '\n' })).toEqual([
        columns,
        columns.map((name) => row[name]),
      ]);
    }),
  );
});

it('every cell is one that COPY of PostgreSQL would have written so', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      // At the start of a file it would be taken for a byte order mark, so it is quoted.
      fc.pre(!rows[0]?.[0]?.startsWith('\ufeff'));
      const isAlone = rows[0]?.length === 1;
      const expected = rows
        .map((row) => row.map((text) => copyText(text, isAlone)).join(',') + '\n')
        .join('');
      expect(await write(rows, {})).toBe(expected);
    }),
  );
});

/** The rules of `COPY … WITH (FORMAT csv)`: quoted where it must be, and where it would read as NULL. */
function copyText(text: string, isAlone: boolean): string {
  const isQuoted = text === '' || /[",\r\n]/.test(text) || (isAlone && text === '\\.');
  return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}
