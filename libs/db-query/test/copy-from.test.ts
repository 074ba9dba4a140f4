import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqlQuery } from '../src/index.js';
import { formatCsv, type FormatOptions } from './csv-export.js';
import { collect, useTestDatabase } from './support.js';

/*
 * PostgreSQL's own reader of CSV is a third one beside csv-parse and PapaParse. It is here because
 * csv-export knows no database, in its tests neither.
 */

const WIDTH = 4;
const COLUMNS = Array.from({ length: WIDTH }, (_, index) => `c${index}`);
const fixture = useTestDatabase(
  `create table target (n serial, ${COLUMNS.map((name) => `${name} text`).join(', ')})`,
);

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: fixture.url });
  await client.connect();
});
afterAll(() => client.end());

type Cell = string | null;

/** What the server makes of a CSV with so many columns. */
async function copyFrom(
  csv: string,
  width: number,
  { delimiter = ',', quote = '"', nullText = '', header = true }: FormatOptions,
): Promise<Cell[][]> {
  await client.query('truncate target restart identity');
  const columns = COLUMNS.slice(0, width).join(', ');
  const literal = (text: string) => pg.escapeLiteral(text).trim();
  const settings = `format csv, header ${header}, delimiter ${literal(delimiter)}, quote ${literal(quote)}, null ${literal(nullText)}`;
  await new Promise<void>((resolve, reject) => {
    // What node-postgres calls on the query whose turn it is.
    const copying = {
      submit: (connection: { query(text: string): void }) =>
        connection.query(`copy target (${columns}) from stdin with (${settings})`),
      handleCopyInResponse: (connection: {
        sendCopyFromChunk(bytes: Buffer): void;
        endCopyFrom(): void;
      }) => {
        connection.sendCopyFromChunk(Buffer.from(csv));
        connection.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError: reject,
      handleReadyForQuery: () => resolve(),
    };
    client.query(copying as never);
  });
  const text = `select ${columns} from target order by n`;
  return (await client.query({ text, rowMode: 'array' })).rows as Cell[][];
}

/** Texts of what CSV trips over, and any others; PostgreSQL has no NUL. */
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...',;\t|"\'\r\n \\.=-aN😀') }),
  fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  fc.constantFrom('', '"', '\n', '\r\n', '\\.', '\\.\n', '\n\\.\n', ' ', 'NULL', '\\N', '\ufeff'),
);

const tableOf = <Value>(value: fc.Arbitrary<Value>) =>
  fc.integer({ min: 1, max: WIDTH }).chain((width) =>
    fc.array(fc.array(value, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 10,
    }),
  );

const dialect = fc.record({
  header: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quote: fc.constantFrom('"', "'"),
});

/** The same table as objects with the columns as keys. */
const named = (rows: readonly (readonly Cell[])[]) =>
  rows.map((row) => Object.fromEntries(row.map((value, index) => [COLUMNS[index], value])));

describe('any table of texts, written as CSV, is the same table again', () => {
  test.each(['\n', '\r\n'] as const)(
    'read by csv-parse, PapaParse and PostgreSQL, lines ending with %j',
    async (lineEnding) => {
      await fc.assert(
        fc.asyncProperty(tableOf(cell), dialect, async (rows, options) => {
          const width = rows[0]?.length ?? 0;
          const { delimiter, quote, header } = options;
          const columns = COLUMNS.slice(0, width);
          const { text } = await formatCsv(named(rows), { columns, lineEnding, ...options });
          const withHeader = header ? [columns, ...rows] : rows;
          expect(
            parse(text, { delimiter, quote, escape: quote, record_delimiter: lineEnding }),
          ).toEqual(withHeader);
          const { data } = Papa.parse<string[]>(text, {
            delimiter,
            quoteChar: quote,
            escapeChar: quote,
            newline: lineEnding,
          });
          // It takes the end of the last line for the beginning of another one.
          expect(data).toEqual([...withHeader, ['']]);
          expect(await copyFrom(text, width, options)).toEqual(rows);
        }),
        { numRuns: 150 },
      );
    },
  );

  test('with NULL and the empty text told apart', async () => {
    const nullTexts = fc.constantFrom('', 'NULL', '\\N', 'a');
    await fc.assert(
      fc.asyncProperty(
        tableOf(fc.option(cell)),
        dialect,
        nullTexts,
        async (rows, from, nullText) => {
          const width = rows[0]?.length ?? 0;
          const options = { ...from, nullText };
          const { text } = await formatCsv(named(rows), {
            columns: COLUMNS.slice(0, width),
            ...options,
          });
          expect(await copyFrom(text, width, options)).toEqual(rows);
        },
      ),
    );
  });

  test('where the server wrote it, too', async () => {
    await using snapshot = await fixture.open().snapshot();
    await fc.assert(
      fc.asyncProperty(tableOf(fc.option(cell)), dialect, async (rows, options) => {
        const width = rows[0]?.length ?? 0;
        const places = rows.map((row, at) => {
          const values = row.map((_, index) => `:p${at * width + index}::text`);
          return `(${values.join(', ')})`;
        });
        const columns = COLUMNS.slice(0, width).join(', ');
        const query = sqlQuery({
          name: 'test',
          text: `select * from (values ${places.join(', ')}) as t (${columns})`,
          parameters: Object.fromEntries(rows.flat().map((value, index) => [`p${index}`, value])),
        });
        const chunks = await collect(snapshot.copy(query, options));
        expect(await copyFrom(Buffer.concat(chunks).toString(), width, options)).toEqual(rows);
      }),
    );
  });
});
