import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../src/index.js';
import { countedRows } from './rows.js';
import { temporaryFolder } from './temporary-folder.js';

const columns = ['id', 'text'] as const;
const rows = [{ id: 1, text: 'über' }];
const CSV = 'id,text\n1,über\n';

const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error as { code?: unknown }).code,
  );

describe('a file that is there already', () => {
  it('is refused before a row is read, and stays as it is', async () => {
    const folder = temporaryFolder();
    const path = folder.file('a.csv');
    writeFileSync(path, 'precious');
    const source = countedRows(rows);
    await expect(writeCsv(source, path, { columns })).rejects.toMatchObject({
      name: 'CsvError',
      code: 'CSV_EXISTS',
      path,
      message: expect.stringContaining("existing: 'replace'"),
    });
    expect(source.taken).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('precious');
    expect(folder.names()).toEqual(['a.csv']);
  });

  it('is not touched even where it came while the rows were written', async () => {
    const folder = temporaryFolder();
    const path = folder.file('a.csv');
    function* late() {
      yield* rows;
      writeFileSync(path, 'precious');
    }
    expect(await codeOf(writeCsv(late(), path, { columns }))).toBe('CSV_EXISTS');
    expect(readFileSync(path, 'utf8')).toBe('precious');
    expect(folder.names()).toEqual(['a.csv']);
  });

  it('is replaced whole where that was asked for, and only by a whole one', async () => {
    const folder = temporaryFolder();
    const path = folder.file('a.csv');
    writeFileSync(path, 'old', { mode: 0o644 });
    function* failing() {
      yield* rows;
      throw new Error('lost');
    }
    const options = { columns, existing: 'replace' } as const;
    await expect(writeCsv(failing(), path, options)).rejects.toThrow('lost');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(await writeCsv(rows, path, options)).toMatchObject({ path, rows: 1 });
    expect(readFileSync(path, 'utf8')).toBe(CSV);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(folder.names()).toEqual(['a.csv']);
  });

  it('leaves the next free name where that was asked for', async () => {
    const folder = temporaryFolder();
    const options = { columns, existing: 'suffix' } as const;
    const paths = [];
    for (let run = 0; run < 3; run += 1) {
      paths.push((await writeCsv(rows, folder.file('a.csv'), options)).path);
    }
    expect(paths).toEqual(['a.csv', 'a_2.csv', 'a_3.csv'].map((name) => folder.file(name)));
    expect(folder.names()).toEqual(['a.csv', 'a_2.csv', 'a_3.csv']);
  });

  it('leaves a name to each of those who write side by side', async () => {
    const folder = temporaryFolder();
    const write = async (text: string) =>
      writeCsv([{ text }], folder.file('a.csv'), { columns: ['text'], existing: 'suffix' });
    const texts = Array.from({ length: 12 }, (_, index) => `text ${index}`);
    const results = await Promise.all(texts.map(write));
    expect(new Set(results.map(({ path }) => path)).size).toBe(12);
    for (const [index, { path }] of results.entries()) {
      expect(readFileSync(path ?? '', 'utf8')).toBe(`text\ntext ${index}\n`);
    }
    expect(folder.names()).toHaveLength(12);
  });

  it('is the work of one of those who write side by side, and refused to the others', async () => {
    const folder = temporaryFolder();
    const path = folder.file('a.csv');
    const all = Array.from({ length: 8 }, () => codeOf(writeCsv(rows, path, { columns })));
    const codes = await Promise.all(all);
    expect(codes.filter((code) => code === 'nothing')).toHaveLength(1);
    expect(codes.filter((code) => code === 'CSV_EXISTS')).toHaveLength(7);
    expect(readFileSync(path, 'utf8')).toBe(CSV);
    expect(folder.names()).toEqual(['a.csv']);
  });
});

describe('a link', () => {
  it('to a file is kept, and the file behind it is replaced', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder.file('real'));
    writeFileSync(folder.file('real/data.csv'), 'old');
    symlinkSync('real/data.csv', folder.file('a.csv'));
    const path = folder.file('a.csv');
    expect(await codeOf(writeCsv(rows, path, { columns }))).toBe('CSV_EXISTS');
    const result = await writeCsv(rows, path, { columns, existing: 'replace' });
    expect(result.path).toBe(path);
    expect(readlinkSync(path)).toBe('real/data.csv');
    expect(readFileSync(folder.file('real/data.csv'), 'utf8')).toBe(CSV);
  });

  it('to nothing is not followed to where it points', async () => {
    const folder = temporaryFolder();
    const path = folder.file('a.csv');
    symlinkSync('elsewhere.csv', path);
    expect(await codeOf(writeCsv(rows, path, { columns }))).toBe('CSV_EXISTS');
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(folder.names()).toEqual(['a.csv']);
  });

  it('to a folder is a folder', async () => {
    const folder = temporaryFolder();
    symlinkSync('.', folder.file('a.csv'));
    expect(await codeOf(writeCsv(rows, folder.file('a.csv'), { columns }))).toBe('CSV_IS_FOLDER');
  });
});
