import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../src/index.js';
import { countedRows, manyRows } from './rows.js';
import { temporaryFolder } from './temporary-folder.js';

const columns = ['id', 'text'] as const;
const rows = [{ id: 1, text: 'über' }];
const CSV = 'id,text\n1,über\n';

describe('a new file', () => {
  it('has the CSV, and the result says so', async () => {
    const folder = temporaryFolder();
    const path = folder.file('a.csv');
    expect(await writeCsv(rows, path, { columns })).toStrictEqual({
      path,
      rows: 1,
      bytes: Buffer.byteLength(CSV),
      warnings: [],
    });
    expect(readFileSync(path, 'utf8')).toBe(CSV);
    expect(folder.names()).toEqual(['a.csv']);
  });

  it('is for its owner only, whatever the umask', async () => {
    const folder = temporaryFolder();
    const before = process.umask(0);
    try {
      await writeCsv(rows, folder.file('a.csv'), { columns });
    } finally {
      process.umask(before);
    }
    expect(statSync(folder.file('a.csv')).mode & 0o777).toBe(0o600);
  });

  it('has all rows of many pieces, more than any buffer takes', async () => {
    const path = temporaryFolder().file('a.csv');
    const text = 'ü'.repeat(500);
    const result = await writeCsv(manyRows(5_000, text), path, { columns });
    const lines = readFileSync(path, 'utf8').split('\n');
    expect(lines).toHaveLength(5_002);
    expect(lines[5_000]).toBe(`5000,${text}`);
    expect(result).toMatchObject({ rows: 5_000, bytes: statSync(path).size });
  });

  it('has a header where there are no rows', async () => {
    const path = temporaryFolder().file('a.csv');
    expect(await writeCsv([], path, { columns })).toMatchObject({ rows: 0, bytes: 8 });
    expect(readFileSync(path, 'utf8')).toBe('id,text\n');
  });

  it('may have a name that fills all the room there is for names', async () => {
    const name = `${'n'.repeat(251)}.csv`;
    const folder = temporaryFolder();
    await writeCsv(rows, folder.file(name), { columns });
    expect(folder.names()).toEqual([name]);
  });

  it('is not seen under its name before it is whole', async () => {
    const folder = temporaryFolder();
    const seen: string[][] = [];
    async function* watched() {
      for (const row of manyRows(300)) {
        if (row.id === 250) await turn();
        if (row.id === 250) seen.push(folder.names());
        yield row;
      }
    }
    await writeCsv(watched(), folder.file('a.csv'), { columns });
    expect(seen).toEqual([[expect.stringMatching(/^\.csv-[0-9a-f]{16}\.tmp$/)]]);
    expect(folder.names()).toEqual(['a.csv']);
  });

  it('is read from the rows no faster than it is written', async () => {
    const path = temporaryFolder().file('a.csv');
    const source = countedRows(manyRows(20_000, 'x'.repeat(200)));
    const writing = writeCsv(source, path, { columns });
    await turn();
    expect(source.taken).toBeLessThan(2_000);
    await writing;
    expect(source).toMatchObject({ taken: 20_000, isClosed: true });
  });
});

describe('gzip', () => {
  it.each(['a.csv.gz', 'a.GZ'])('goes by the name: %s', async (name) => {
    const path = temporaryFolder().file(name);
    const result = await writeCsv(manyRows(2_000), path, { columns });
    const packed = readFileSync(path);
    expect(result).toMatchObject({ rows: 2_000, bytes: packed.length });
    const lines = gunzipSync(packed).toString().split('\n');
    expect(lines[2_000]).toBe('2000,some text');
    expect(packed.length).toBeLessThan(20_000);
  });

  it('goes by the option where there is one', async () => {
    const folder = temporaryFolder();
    await writeCsv(rows, folder.file('plain.gz'), { columns, gzip: false });
    await writeCsv(rows, folder.file('packed.csv'), { columns, gzip: true });
    expect(readFileSync(folder.file('plain.gz'), 'utf8')).toBe(CSV);
    expect(gunzipSync(readFileSync(folder.file('packed.csv'))).toString()).toBe(CSV);
  });
});

describe('a path that cannot be written to', () => {
  it.each<[string, (file: (name: string) => string) => string, string]>([
    ['a folder', (file) => file('.'), 'CSV_IS_FOLDER'],
    ['a folder that is not there', (file) => file('new/'), 'CSV_IS_FOLDER'],
    ['a file in a folder that is not there', (file) => file('no/a.csv'), 'CSV_FOLDER_MISSING'],
    ['a file in a file', (file) => file('there.csv/a.csv'), 'CSV_FOLDER_MISSING'],
    ['a name too long', (file) => file('n'.repeat(256)), 'CSV_WRITE'],
  ])('is %s', async (_, pathOf, code) => {
    const folder = temporaryFolder();
    writeFileSync(folder.file('there.csv'), '');
    const path = pathOf((name) => `${folder.path}/${name}`);
    const source = countedRows(rows);
    await expect(writeCsv(source, path, { columns })).rejects.toMatchObject({
      name: 'CsvError',
      code,
      path,
    });
    expect(source.taken).toBe(0);
    expect(folder.names()).toEqual(['there.csv']);
  });

  it('is in a folder without the right to write, told before a row is read', async () => {
    const folder = temporaryFolder();
    const source = countedRows(rows);
    chmodSync(folder.path, 0o555);
    try {
      await withoutPrivileges(async () => {
        await expect(writeCsv(source, folder.file('a.csv'), { columns })).rejects.toMatchObject({
          code: 'CSV_DENIED',
          cause: { code: 'EACCES' },
        });
      });
    } finally {
      chmodSync(folder.path, 0o755);
    }
    expect(source.taken).toBe(0);
    expect(folder.names()).toEqual([]);
  });
});

/** The administrator may write anywhere; for the time of `work` the tests are nobody. */
async function withoutPrivileges(work: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('rows that fail', () => {
  it('leave nothing behind: no file, no temporary one', async () => {
    const folder = temporaryFolder();
    const trouble = Object.assign(new Error('connection lost'), { code: 'ENOSPC' });
    function* failing() {
      yield* manyRows(1_000);
      throw trouble;
    }
    for (const name of ['a.csv', 'a.csv.gz']) {
      await expect(writeCsv(failing(), folder.file(name), { columns })).rejects.toBe(trouble);
    }
    expect(folder.names()).toEqual([]);
  });

  it('leave nothing behind where a row does not fit', async () => {
    const folder = temporaryFolder();
    const wrong = countedRows([...manyRows(500), { id: 501 } as never, ...manyRows(500)]);
    await expect(writeCsv(wrong, folder.file('a.csv'), { columns })).rejects.toMatchObject({
      code: 'CSV_MISSING_COLUMN',
      row: 501,
    });
    expect(wrong).toMatchObject({ taken: 501, isClosed: true });
    expect(folder.names()).toEqual([]);
  });
});
