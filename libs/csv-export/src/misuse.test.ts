import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countedRows } from '../test/rows.js';
import { temporaryFolder } from '../test/temporary-folder.js';
import { formatCsv } from './format-csv.js';
import { writeCsv } from './write-csv.js';

describe('options', () => {
  it.each<[object | undefined, string | RegExp]>([
    [
      { columns: undefined },
      'columns must be a list with at least one column; received undefined.',
    ],
    [{ columns: [] }, 'columns must be a list with at least one column; received an empty one.'],
    [{ columns: 'id' }, /received string\.$/],
    [{ columns: [5] }, 'columns[0] must be a string or { key }; received number.'],
    [{ columns: ['id', null] }, 'columns[1] must be a string or { key }; received null.'],
    [{ columns: [['id']] }, /columns\[0\] must be .* received array\.$/],
    [
      { columns: [{}] },
      'columns[0] must have a string as its key, and as its header where it has one.',
    ],
    [{ columns: [{ key: 'id', header: 5 }] }, /columns\[0\] must have a string/],
    [{ columns: [{ key: 'id', name: 'ID' }] }, /columns\[0\] has no option 'name'/],
    [{ columns: [{ key: 'id', heading: 'ID' }] }, /did you mean 'header'\?$/],
    [
      { columns: [{ key: 'id', format: 'hex' }] },
      'columns[0].format must be a function; received string.',
    ],
    [{ columns: ['id', 'id'] }, "two columns have the key 'id'."],
    [{ columns: ['id', { key: 'x', header: 'id' }] }, "two columns have the header 'id'."],
    [{ header: 'yes' }, 'header must be a boolean; received string.'],
    [{ bom: 1 }, 'bom must be a boolean; received number.'],
    [{ formulaGuard: null }, 'formulaGuard must be a boolean; received null.'],
    [{ delimiter: '' }, 'delimiter must be one character other than a line break; received "".'],
    [{ delimiter: '::' }, /received "::"\.$/],
    [{ delimiter: '\n' }, /received "\\n"\.$/],
    [{ delimiter: '😀' }, /delimiter must be one character/],
    [{ delimiter: 9 }, /received number\.$/],
    [{ quote: '' }, 'quote must be one character other than a line break; received "".'],
    [{ quote: '\r' }, /quote must be one character/],
    [{ quote: ',' }, 'delimiter and quote must differ; both are ,'],
    [{ lineEnding: '\r' }, 'lineEnding must be "\\n" or "\\r\\n"; received "\\r".'],
    [{ lineEnding: 'unix' }, /received "unix"\.$/],
    [{ nullText: 'a,b' }, /nullText must not have the delimiter/],
    [{ nullText: '"' }, /nullText must not have/],
    [{ nullText: '\n' }, /nullText must not have/],
    [{ nullText: null }, 'nullText must be a string; received null.'],
    [{ trueText: true }, 'trueText must be a string; received boolean.'],
    [{ falseText: 0 }, 'falseText must be a string; received number.'],
    [{ dates: 'locale' }, 'dates must be "datetime" or "iso"; received "locale".'],
    [
      { missingColumns: 'ignore' },
      /missingColumns must be "refuse" or "null"; received "ignore"\.$/,
    ],
    [{ unknownColumns: true }, /unknownColumns must be "refuse" or "ignore"; received boolean\.$/],
    [{ signal: {} }, 'signal must be an AbortSignal; received object.'],
    [{ separator: ';' }, /has no option 'separator'; known options: columns, header, /],
    [{ delimeter: ';' }, "has no option 'delimeter'; did you mean 'delimiter'?"],
    [{ overwrite: true }, /has no option 'overwrite'/],
  ])('%o are refused before a row is read or a file is made', async (wrong, message) => {
    const rows = countedRows([{ id: 1 }]);
    const folder = temporaryFolder();
    const options = { columns: ['id'], ...wrong } as never;
    for (const [caller, work] of [
      ['formatCsv', formatCsv(rows, options)],
      ['writeCsv', writeCsv(rows, folder.file('a.csv'), options)],
    ] as const) {
      const error: unknown = await work.catch((refusal: unknown) => refusal);
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message.startsWith(caller)).toBe(true);
      if (message instanceof RegExp) expect((error as Error).message).toMatch(message);
      else expect((error as Error).message.replace(/^\w+:? /, '')).toBe(message);
    }
    expect(rows.taken).toBe(0);
    expect(folder.names()).toEqual([]);
  });

  it.each([undefined, null, 'id', ['id']])('%j are refused as options', async (options) => {
    await expect(formatCsv([], options as never)).rejects.toThrow(
      /^formatCsv takes an object of options; received/,
    );
    await expect(writeCsv([], 'never.csv', options as never)).rejects.toThrow(TypeError);
    expect(existsSync('never.csv')).toBe(false);
  });

  it.each([
    [{ existing: 'overwrite' }, /existing must be "refuse" or "replace" or "suffix"/],
    [{ gzip: 'yes' }, 'writeCsv: gzip must be a boolean; received string.'],
    [{ endStream: false }, 'writeCsv: endStream goes only with a stream as the destination.'],
  ])('of a file such as %o are refused', async (wrong, message) => {
    const folder = temporaryFolder();
    const options = { columns: ['id'], ...wrong } as never;
    await expect(writeCsv([], folder.file('a.csv'), options)).rejects.toThrow(message);
    expect(folder.names()).toEqual([]);
  });

  it('of a file are refused for a stream', async () => {
    const writing = writeCsv([], process.stdout, { columns: ['id'], existing: 'replace' });
    await expect(writing).rejects.toThrow(
      new TypeError('writeCsv: existing goes only with a path as the destination.'),
    );
  });
});

describe('rows', () => {
  it.each([undefined, null, 5, 'id\n1', {}, Promise.resolve([])])(
    'that are %o are refused',
    async (rows) => {
      await expect(formatCsv(rows as never, { columns: ['id'] })).rejects.toThrow(
        /^formatCsv: rows must be an iterable or async iterable of rows; received/,
      );
    },
  );
});

describe('a destination', () => {
  it.each([
    ['', 'writeCsv: destination must not be an empty path.'],
    [undefined, /received undefined\.$/],
    [5, /received number\.$/],
    [{ write: () => true }, /must be a path or a node:stream Writable; received object\.$/],
    [new WritableStream(), /received object\.$/],
  ])('that is %o is refused', async (destination, message) => {
    const writing = writeCsv([], destination as never, { columns: ['id'] });
    await expect(writing).rejects.toThrow(TypeError);
    await expect(writing).rejects.toThrow(message);
  });

  it('with a NUL in its path is refused', async () => {
    await expect(writeCsv([], 'a\0.csv', { columns: ['id'] })).rejects.toThrow(TypeError);
  });
});
