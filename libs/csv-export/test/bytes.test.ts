import { randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type CsvBytes, writeCsvBytes } from '../src/index.js';
import { temporaryFolder } from './temporary-folder.js';

const CHUNKS = [Buffer.from('id\n'), Buffer.alloc(0), randomBytes(100_000), Buffer.from('é\n')];
const WHOLE = Buffer.concat(CHUNKS);

/** Chunks, how many of them there are, and whether they were closed. */
function source(chunks: readonly Uint8Array[] = CHUNKS, failure?: Error) {
  const state = { closed: false };
  async function* bytes() {
    try {
      yield* chunks;
      if (failure) throw failure;
    } finally {
      state.closed = true;
    }
  }
  const iterable: CsvBytes = Object.assign(bytes(), { rows: 7 });
  return { iterable, state };
}

describe('bytes', () => {
  it('reach a file of mode 0600 as they are, with the rows that the source tells', async () => {
    const path = temporaryFolder().file('a.csv');
    const result = await writeCsvBytes(source().iterable, path);
    expect(result).toEqual({ path, bytes: WHOLE.length, rows: 7, warnings: [] });
    expect(await readFile(path)).toEqual(WHOLE);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.each([
    [1_048_575, true, 0],
    [1_048_576, undefined, 1],
    [1_048_576, false, 0],
    [1_048_577, false, 1],
  ])(
    'of %i rows, with a header: %s, are told where Excel drops some',
    async (rows, header, count) => {
      const chunks = Object.assign(source().iterable, { rows, header });
      const stream = new PassThrough().resume();
      const { warnings } = await writeCsvBytes(chunks, stream);
      expect(warnings).toHaveLength(count);
      for (const { code, count: lines } of warnings) {
        expect([code, lines]).toEqual(['EXCEL_ROW_LIMIT', 1_048_577]);
      }
    },
  );

  it('are compressed where the name says so', async () => {
    const path = temporaryFolder().file('a.csv.gz');
    await writeCsvBytes(source().iterable, path);
    expect(gunzipSync(await readFile(path))).toEqual(WHOLE);
  });

  it('reach a stream', async () => {
    const stream = new PassThrough();
    const [read, result] = await Promise.all([
      buffer(stream),
      writeCsvBytes(source().iterable, stream),
    ]);
    expect(read).toEqual(WHOLE);
    expect(result).toEqual({ bytes: WHOLE.length, rows: 7, warnings: [] });
  });

  it('touch no file that is there, unless asked to', async () => {
    const path = temporaryFolder().file('a.csv');
    await writeFile(path, 'mine');
    await expect(writeCsvBytes(source().iterable, path)).rejects.toMatchObject({
      code: 'CSV_EXISTS',
    });
    const suffixed = await writeCsvBytes(source().iterable, path, { existing: 'suffix' });
    expect(suffixed.path).toMatch(/a_2\.csv$/);
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it('that end in an error pass it on and leave nothing', async () => {
    const folder = temporaryFolder();
    const mine = new Error('connection lost');
    const { iterable, state } = source(CHUNKS, mine);
    await expect(writeCsvBytes(iterable, folder.file('a.csv'))).rejects.toBe(mine);
    expect(folder.names()).toEqual([]);
    expect(state.closed).toBe(true);
  });

  it('stop with the signal, close their source and leave nothing', async () => {
    const folder = temporaryFolder();
    const stop = new AbortController();
    const state = { closed: false };
    async function* endless() {
      try {
        for (let count = 0; ; count += 1) {
          if (count === 10) stop.abort(new Error('enough'));
          yield Buffer.alloc(1000);
        }
      } finally {
        state.closed = true;
      }
    }
    const work = writeCsvBytes(endless(), folder.file('a.csv'), { signal: stop.signal });
    await expect(work).rejects.toThrow('enough');
    await expect.poll(() => state.closed).toBe(true);
    expect(folder.names()).toEqual([]);
  });

  it('that are none are refused', async () => {
    const folder = temporaryFolder();
    async function* texts() {
      await Promise.resolve();
      yield 'id\n' as never;
    }
    await expect(writeCsvBytes(texts(), folder.file('a.csv'))).rejects.toThrow(
      'chunks must be bytes; received string',
    );
    expect(folder.names()).toEqual([]);
  });

  it.each<[unknown, unknown, unknown, string]>([
    ['id\n', 'x', {}, 'chunks must be an async iterable of bytes; received string'],
    [[], 'x', {}, 'chunks must be an async iterable of bytes; received array'],
    [source().iterable, '', {}, 'destination must not be an empty path'],
    [source().iterable, 'x', { columns: [] }, "has no option 'columns'"],
    [source().iterable, 'x', { endStream: true }, 'endStream goes only with a stream'],
    [source().iterable, 'x', { signal: {} }, 'signal must be an AbortSignal'],
  ])('misuse is a TypeError: %#', async (chunks, destination, options, message) => {
    const misuse = writeCsvBytes(chunks as never, destination as never, options as never);
    await expect(misuse).rejects.toThrow(TypeError);
    await expect(misuse).rejects.toThrow(message);
  });
});
