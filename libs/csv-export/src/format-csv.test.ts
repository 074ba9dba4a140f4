import { describe, expect, it } from 'vitest';
import { lineOf } from '../test/line-of.js';
import { countedRows, manyRows } from '../test/rows.js';
import { formatCsv } from './format-csv.js';

describe('a CSV', () => {
  const rows = [
    { id: 1, name: 'Ada' },
    { id: 2, name: 'Ben' },
  ];

  it('has a header and a line for each row, each with its end', async () => {
    expect(await formatCsv(rows, { columns: ['id', 'name'] })).toStrictEqual({
      text: 'id,name\n1,Ada\n2,Ben\n',
      rows: 2,
      warnings: [],
    });
  });

  it('has the columns in the order that was asked for', async () => {
    const { text } = await formatCsv(rows, { columns: ['name', 'id'] });
    expect(text).toBe('name,id\nAda,1\nBen,2\n');
  });

  it('has a header where there are no rows', async () => {
    const { text, rows: count } = await formatCsv([], { columns: ['id', 'name'] });
    expect([text, count]).toEqual(['id,name\n', 0]);
  });

  it('is empty without header and rows', async () => {
    expect((await formatCsv([], { columns: ['id'], header: false })).text).toBe('');
  });

  it('is the same of an iterable, an async one, and one of arrays', async () => {
    const columns = ['id', 'name'] as const;
    const [expected, ...others] = await Promise.all([
      formatCsv(rows, { columns }),
      formatCsv(new Set(rows), { columns }),
      formatCsv(countedRows(rows), { columns }),
      formatCsv(countedRows(rows), { columns, signal: new AbortController().signal }),
      formatCsv(
        rows.map(({ id, name }) => [id, name]),
        { columns },
      ),
    ]);
    for (const other of others) expect(other).toStrictEqual(expected);
  });

  it('has every row, however many there are to a piece', async () => {
    for (const count of [1, 99, 100, 101, 200, 1234]) {
      const { text, rows } = await formatCsv(manyRows(count), { columns: ['id', 'text'] });
      expect(rows).toBe(count);
      expect(text.split('\n')).toHaveLength(count + 2);
      expect(text.endsWith(`\n${count},some text\n`)).toBe(true);
    }
  });

  it('cannot be changed for others who have it', async () => {
    const csv = await formatCsv(rows, { columns: ['id', 'name'] });
    expect(Object.isFrozen(csv) && Object.isFrozen(csv.warnings)).toBe(true);
  });
});

describe('a header', () => {
  it('may say something else than the key', async () => {
    const columns = ['id', { key: 'name', header: 'Full name, "Sir"' }] as const;
    const { text } = await formatCsv([{ id: 1, name: 'Ada' }], { columns });
    expect(text).toBe('id,"Full name, ""Sir"""\n1,Ada\n');
  });

  it('is text, and an empty one is quoted', async () => {
    const columns = ['id', { key: 'name', header: '' }] as const;
    expect((await formatCsv([], { columns })).text).toBe('id,""\n');
  });
});

describe('keys', () => {
  it('are names, never paths', async () => {
    const rows = [{ 'a.b': 1, 'c[0]': 2, a: { b: 'wrong' }, c: ['wrong'] }];
    const { text } = await formatCsv(rows, {
      columns: ['a.b', 'c[0]'],
      unknownColumns: 'ignore',
      header: false,
    });
    expect(text).toBe('1,2\n');
  });

  it('may be names that every object has', async () => {
    const rows = [JSON.parse('{"constructor":1,"__proto__":2,"toString":3}') as object];
    const { text } = await formatCsv(rows, { columns: ['constructor', '__proto__', 'toString'] });
    expect(text).toBe('constructor,__proto__,toString\n1,2,3\n');
  });
});

describe('a line end', () => {
  it('is CR LF where RFC 4180 is followed to the letter', async () => {
    const { text } = await formatCsv([{ a: 1 }], { columns: ['a'], lineEnding: '\r\n' });
    expect(text).toBe('a\r\n1\r\n');
  });
});

describe('a byte order mark', () => {
  it('stands before the header, or before the rows', async () => {
    const rows = [{ a: 1 }];
    // Without one, a text that begins with U+FEFF is quoted there, or it would be taken for one.
    const marked = { columns: ['\ufeffa'] } as const;
    expect((await formatCsv([['\ufeffx']], marked)).text).toBe('"\ufeffa"\n\ufeffx\n');
    expect((await formatCsv([['\ufeffx']], { ...marked, bom: true })).text).toBe(
      '\ufeff\ufeffa\n\ufeffx\n',
    );
    expect(await lineOf(['\ufeffx', '\ufeff'])).toBe('"\ufeffx",\ufeff\n');
    expect(await lineOf(['\ufeff"', 1])).toBe('"\ufeff""",1\n');
    const text = async (header: boolean) =>
      (await formatCsv(rows, { columns: ['a'], bom: true, header })).text;
    expect([await text(true), await text(false)]).toEqual(['\ufeffa\n1\n', '\ufeff1\n']);
  });
});
