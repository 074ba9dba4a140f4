import { describe, expect, it } from 'vitest';
import { countedRows } from '../test/rows.js';
import { formatCsv } from './format-csv.js';

describe('a row', () => {
  const columns = ['id', 'name'] as const;

  it.each([
    ['has no such key', { id: 1 }],
    ['has undefined there', { id: 1, name: undefined }],
    ['is too short', [1]],
    ['has a hole there', [1, undefined]],
  ])('that %s is refused', async (_, row) => {
    const rows = [{ id: 0, name: 'fine' }, row] as object[];
    await expect(formatCsv(rows, { columns })).rejects.toMatchObject({
      name: 'CsvError',
      code: 'CSV_MISSING_COLUMN',
      row: 2,
      column: 'name',
    });
    const { text } = await formatCsv(rows, { columns, missingColumns: 'null', header: false });
    expect(text).toBe('0,fine\n1,\n');
  });

  it.each([
    ['has another key', { id: 1, name: 'Ada', plan: 'pro' }, 'plan'],
    ['has another key first', { plan: null, id: 1, name: 'Ada' }, 'plan'],
    ['is too long', [1, 'Ada', 'pro'], undefined],
  ])('that %s is refused', async (_, row, column) => {
    const rows = [row] as object[];
    await expect(formatCsv(rows, { columns })).rejects.toMatchObject({
      code: 'CSV_UNKNOWN_COLUMN',
      row: 1,
      column,
    });
    const { text } = await formatCsv(rows, { columns, unknownColumns: 'ignore', header: false });
    expect(text).toBe('1,Ada\n');
  });

  it('that names a wrong column is told which one', async () => {
    const rows = [{ id: 1, nmae: 'Ada' }] as object[];
    await expect(formatCsv(rows, { columns })).rejects.toThrow(
      "Row 1 has a value for 'nmae', which is none of the columns (id, name).",
    );
  });

  it('may have keys in any order, and undefined under a key that no column takes', async () => {
    const rows = [{ name: 'Ada', plan: undefined, id: 1 }];
    expect((await formatCsv(rows, { columns, header: false })).text).toBe('1,Ada\n');
  });

  it('may be of a class, with getters', async () => {
    class Person {
      readonly #name = 'Ada';
      get id(): number {
        return 1;
      }
      get name(): string {
        return this.#name;
      }
    }
    expect((await formatCsv([new Person()], { columns, header: false })).text).toBe('1,Ada\n');
  });

  it.each([null, undefined, 'text', 5])('that is %j is refused', async (row) => {
    await expect(formatCsv([row] as unknown as object[], { columns })).rejects.toMatchObject({
      code: 'CSV_ROW',
      row: 1,
    });
  });

  it('keeps its values out of every refusal', async () => {
    const rows = [{ id: 'ada@example.com', mail: 'ada@example.com' }] as object[];
    for (const names of [['id'], ['id', 'mail', 'name']]) {
      const refusal: unknown = await formatCsv(rows, { columns: names }).catch((e: unknown) => e);
      expect(refusal).toBeInstanceOf(Error);
      expect(JSON.stringify(refusal) + String(refusal)).not.toContain('ada@example.com');
    }
  });
});

describe('what the caller brought', () => {
  const columns = ['id'] as const;
  const trouble = Object.assign(new Error('connection lost'), { code: 'EACCES' });

  it('passes through where the rows fail', async () => {
    function* failing(): Generator<{ id: number }> {
      yield { id: 1 };
      throw trouble;
    }
    await expect(formatCsv(failing(), { columns })).rejects.toBe(trouble);
    await expect(formatCsv(countedRows(failing()), { columns })).rejects.toBe(trouble);
  });

  it('passes through where a format function fails', async () => {
    const fails = () => {
      throw trouble;
    };
    const failing = formatCsv([{ id: 1 }], { columns: [{ key: 'id', format: fails }] });
    await expect(failing).rejects.toBe(trouble);
    const dated = formatCsv([{ id: new Date() }], { columns, dates: fails });
    await expect(dated).rejects.toBe(trouble);
  });

  it('is told where a format function gives no text', async () => {
    const wrong = [{ key: 'id', format: () => 5 as unknown as string }] as const;
    await expect(formatCsv([{ id: 1 }], { columns: wrong })).rejects.toThrow(
      new TypeError("The format function of the column 'id' must return a string or null."),
    );
  });

  it('is closed where a row is refused', async () => {
    const rows = countedRows([{ id: 1 }, { id: 2, more: 3 }, { id: 3 }]);
    await expect(formatCsv(rows, { columns })).rejects.toMatchObject({ row: 2 });
    expect(rows).toMatchObject({ taken: 2, isClosed: true });
  });
});
