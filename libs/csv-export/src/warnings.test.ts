import { describe, expect, it } from 'vitest';
import { manyRows } from '../test/rows.js';
import type { CsvFormatOptions } from './csv-options.js';
import { formatCsv } from './format-csv.js';
import { noObservations } from './observations.js';
import { resolveFormatOptions } from './resolve-format-options.js';
import { toWarnings } from './to-warnings.js';

async function warningsOf(values: unknown[], options: Partial<CsvFormatOptions<object>> = {}) {
  const rows = values.map((value, index) => ({ id: index, value }));
  return (await formatCsv<object>(rows, { columns: ['id', 'value'], ...options })).warnings;
}

describe('formulas', () => {
  const hostile = ['=1+1', '+1+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1'];

  it('are written as they are, and counted', async () => {
    const [warning, ...more] = await warningsOf(['fine', ...hostile]);
    expect(more).toEqual([]);
    expect(warning).toStrictEqual({
      code: 'FORMULA_CELLS',
      message:
        'Cells that a spreadsheet would run as formulas: 9 (the first in row 2, column value); ' +
        'pass formulaGuard: true for a file that people open.',
      count: 9,
      first: { row: 2, column: 'value' },
    });
  });

  it('have an apostrophe before them where that was asked for, and are not counted', async () => {
    const rows = hostile.map((value) => ({ value }));
    const { text, warnings } = await formatCsv(rows, {
      columns: ['value'],
      header: false,
      formulaGuard: true,
    });
    expect(text).toBe(
      [`'=1+1`, `'+1+cmd`, `'-2+3`, `'@SUM(A1)`, `'\t=1`, `"'\r=1"`, `"'\n=1"`, `'\0=1`, `'＝1`]
        .map((cell) => `${cell}\n`)
        .join(''),
    );
    expect(warnings).toEqual([]);
  });

  it('come from format functions and headers too', async () => {
    const { text } = await formatCsv([{ a: 1 }], {
      columns: [{ key: 'a', header: '=A1', format: (value) => `=${value}` }],
      formulaGuard: true,
    });
    expect(text).toBe("'=A1\n'=1\n");
    const { warnings } = await formatCsv([], { columns: ['-id'] });
    expect(warnings).toMatchObject([{ count: 1, first: { row: 0, column: '-id' } }]);
  });

  it('are never numbers, dates, JSON, bytes, or the texts of the options', async () => {
    const values = [-5, -5n, -Infinity, '-12.50', new Date(Date.UTC(-43, 2, 15)), null, true, [-1]];
    const options = { nullText: '-', trueText: '+', formulaGuard: true } as const;
    expect(await warningsOf(values)).toEqual([]);
    const rows = values.map((value) => ({ value }));
    const { text } = await formatCsv(rows, { columns: ['value'], header: false, ...options });
    expect(text).toBe('-5\n-5\n-Infinity\n-12.50\n0044-03-15 00:00:00 BC\n-\n+\n[-1]\n');
  });
});

describe("Excel's limits", () => {
  it('of a cell are told: 32,767 characters', async () => {
    expect(await warningsOf(['x'.repeat(32_767)])).toEqual([]);
    const [warning] = await warningsOf(['x', 'x'.repeat(32_768), ['y'.repeat(40_000)]]);
    expect(warning).toMatchObject({
      code: 'EXCEL_CELL_LIMIT',
      count: 2,
      first: { row: 2, column: 'value' },
    });
    expect(warning?.message).toContain('more than 32,767 characters: 2 (the first in row 2');
  });

  it('of a cell count the apostrophe of the guard', async () => {
    const [warning] = await warningsOf([`=${'x'.repeat(32_766)}`], { formulaGuard: true });
    expect(warning?.code).toBe('EXCEL_CELL_LIMIT');
  });

  it('of columns are told: 16,384', async () => {
    const columns = Array.from({ length: 16_385 }, (_, index) => `c${index}`);
    const codes = async (count: number) =>
      (await formatCsv([], { columns: columns.slice(0, count) })).warnings.map(({ code }) => code);
    expect(await codes(16_384)).toEqual([]);
    expect(await codes(16_385)).toEqual(['EXCEL_COLUMN_LIMIT']);
  });

  it('of rows are told: 1,048,576 with the header', () => {
    const codes = (rows: number, header: boolean) =>
      toWarnings(
        { ...noObservations(), rows },
        resolveFormatOptions('test', { columns: ['a'], header }),
      );
    expect(codes(1_048_575, true)).toEqual([]);
    expect(codes(1_048_576, false)).toEqual([]);
    expect(codes(1_048_576, true)).toEqual([
      {
        code: 'EXCEL_ROW_LIMIT',
        message: 'The CSV has 1,048,577 lines; Excel opens 1,048,576 and drops the rest.',
        count: 1_048_577,
      },
    ]);
    expect(codes(1_048_577, false)).toHaveLength(1);
  });
});

describe('blank lines', () => {
  const single = async (values: unknown[], options: Partial<CsvFormatOptions<object>> = {}) =>
    formatCsv<object>(
      values.map((value) => ({ value })),
      { columns: ['value'], header: false, ...options },
    );

  it('are told: readers skip them', async () => {
    const { text, warnings } = await single(['x', null, '', null]);
    expect(text).toBe('x\n\n""\n\n');
    expect(warnings).toMatchObject([
      { code: 'BLANK_LINES', count: 2, first: { row: 2, column: 'value' } },
    ]);
  });

  it('are empty texts where null has a text', async () => {
    const { text, warnings } = await single([null, ''], { nullText: 'NULL' });
    expect(text).toBe('NULL\n\n');
    expect(warnings).toMatchObject([{ code: 'BLANK_LINES', count: 1, first: { row: 2 } }]);
  });

  it('are none with two columns', async () => {
    expect(await warningsOf([null])).toEqual([]);
  });
});

describe('broken text', () => {
  it('is told, and U+FFFD is written', async () => {
    const fine = [...manyRows(150)].map(({ text }) => text);
    const warnings = await warningsOf([...fine, '😀', 'half \ud83d', 'half \ude00']);
    expect(warnings).toMatchObject([
      { code: 'BROKEN_TEXT', count: 2, first: { row: 152, column: 'value' } },
    ]);
  });
});

it('are frozen', async () => {
  const [warning] = await warningsOf(['=1']);
  expect(Object.isFrozen(warning) && Object.isFrozen(warning?.first)).toBe(true);
});
