import { PassThrough, Writable, type WritableOptions } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { writeCsv } from '../src/index.js';
import { countedRows, manyRows } from './rows.js';

const columns = ['id', 'text'] as const;

/** Rows of which the second never comes. */
function stalledRows() {
  const state = { isClosed: false };
  const rows = {
    [Symbol.asyncIterator]: () => ({
      next: vi
        .fn<() => Promise<IteratorResult<{ id: number; text: string }>>>()
        .mockResolvedValueOnce({ done: false, value: { id: 1, text: 'x'.repeat(70_000) } })
        .mockReturnValue(new Promise(() => undefined)),
      return: async () => {
        state.isClosed = true;
        return Promise.resolve({ done: true as const, value: undefined });
      },
    }),
  };
  return { rows, state };
}

describe('a stream', () => {
  it('takes the CSV and is ended', async () => {
    const stream = new PassThrough();
    const [result, read] = await Promise.all([
      writeCsv(manyRows(1_000), stream, { columns }),
      text(stream),
    ]);
    expect(result).toStrictEqual({ rows: 1_000, bytes: read.length, warnings: [] });
    expect(read.split('\n')).toHaveLength(1_002);
  });

  it('takes gzip where that was asked for', async () => {
    const stream = new PassThrough();
    const [result, read] = await Promise.all([
      writeCsv(manyRows(1_000), stream, { columns, gzip: true }),
      buffer(stream),
    ]);
    expect(result.bytes).toBe(read.length);
    expect(gunzipSync(read).toString().split('\n')).toHaveLength(1_002);
  });

  it('is left open where that was asked for, with nothing of ours on it', async () => {
    const stream = new PassThrough();
    const events = stream.eventNames().length;
    await writeCsv(manyRows(2), stream, { columns, endStream: false });
    expect(stream.writableEnded).toBe(false);
    expect(stream.eventNames()).toHaveLength(events);
    stream.end('more\n');
    expect(await text(stream)).toBe('id,text\n1,some text\n2,some text\nmore\n');
  });

  it('left open has taken the last line when the promise is fulfilled', async () => {
    const taken: string[] = [];
    const slow = new Writable({
      write(chunk: Buffer, _encoding, done) {
        setImmediate(() => {
          taken.push(chunk.toString());
          done();
        });
      },
    });
    await writeCsv(manyRows(1_000), slow, { columns, endStream: false });
    expect(taken.join('').endsWith('1000,some text\n')).toBe(true);
  });

  it('that is slow holds the rows back', async () => {
    const stream = new PassThrough();
    const rows = countedRows(manyRows(50_000));
    const writing = writeCsv(rows, stream, { columns });
    for (let index = 0; index < 20; index += 1) await new Promise(setImmediate);
    expect(rows.taken).toBeLessThan(10_000);
    expect((await text(stream)).split('\n')).toHaveLength(50_002);
    await writing;
  });

  describe.each([true, false])('that fails, with endStream: %s,', (endStream) => {
    const trouble = new Error('broken');
    const failing = () =>
      new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => done(trouble) });

    it('is told, and the rows are closed', async () => {
      const rows = countedRows(manyRows(1_000_000));
      await expect(
        writeCsv(rows, failing(), { columns, endStream, header: false }),
      ).rejects.toMatchObject({
        name: 'CsvError',
        code: 'CSV_WRITE',
        message: 'The CSV cannot be written to the stream: writing failed.',
        cause: trouble,
        path: undefined,
      });
      expect(rows.isClosed).toBe(true);
    });

    /** Has room for more, and fails when the next row is awaited. */
    const failingLater = (options: WritableOptions = {}) =>
      new Writable({
        ...options,
        highWaterMark: 1_000_000,
        write: (_chunk, _encoding, done) => void setTimeout(() => done(trouble), 5),
      });

    it('is told though the next row never comes', async () => {
      const { rows, state } = stalledRows();
      const writing = writeCsv(rows, failingLater(), { columns, endStream, header: false });
      await expect(writing).rejects.toMatchObject({ code: 'CSV_WRITE' });
      expect(state.isClosed).toBe(true);
    });

    it('is told though it is never closed and the next row never comes', async () => {
      const { rows, state } = stalledRows();
      const stream = failingLater({ autoDestroy: false, emitClose: false });
      const writing = writeCsv(rows, stream, { columns, endStream, header: false });
      await expect(writing).rejects.toMatchObject({ code: 'CSV_WRITE' });
      expect(state.isClosed).toBe(true);
    });

    it('is told when the rows are closed, however long that takes', async () => {
      let isClosed = false;
      async function* slowToClose() {
        try {
          // More than any buffer takes at once: while it fails, no row is awaited.
          yield* manyRows(1_000, 'x'.repeat(1_000));
        } finally {
          for (let index = 0; index < 10; index += 1) await new Promise(setImmediate);
          isClosed = true;
        }
      }
      const writing = writeCsv(slowToClose(), failing(), { columns, endStream, header: false });
      await expect(writing).rejects.toMatchObject({ code: 'CSV_WRITE' });
      expect(isClosed).toBe(true);
    });

    it('is told where it was closed in the middle', async () => {
      const stream = new Writable({
        write() {
          this.destroy();
        },
      });
      const rows = countedRows(manyRows(1_000_000));
      await expect(
        writeCsv(rows, stream, { columns, endStream, header: false }),
      ).rejects.toMatchObject({
        code: 'CSV_CLOSED',
      });
      expect(rows.isClosed).toBe(true);
    });

    it('is told where it was closed or ended before', async () => {
      const destroyed = new PassThrough().destroy();
      const ended = new PassThrough().end();
      for (const stream of [destroyed, ended]) {
        const rows = countedRows(manyRows(1));
        await expect(writeCsv(rows, stream, { columns, endStream })).rejects.toMatchObject({
          code: 'CSV_CLOSED',
        });
        expect(rows.taken).toBe(0);
      }
    });
  });

  it('is destroyed where the rows fail, so that its reader knows', async () => {
    const stream = new PassThrough();
    const trouble = new Error('lost');
    function* failing() {
      yield* manyRows(200);
      throw trouble;
    }
    const reading = text(stream);
    await expect(writeCsv(failing(), stream, { columns })).rejects.toBe(trouble);
    await expect(reading).rejects.toThrow();
  });

  it('that is not ours to end is not destroyed where the rows fail', async () => {
    const stream = new PassThrough().resume();
    function* failing() {
      yield* manyRows(200);
      throw new Error('lost');
    }
    const writing = writeCsv(failing(), stream, { columns, endStream: false });
    await expect(writing).rejects.toThrow('lost');
    expect(stream.destroyed).toBe(false);
    stream.end('more');
  });
});

describe('standard output', () => {
  it.each(['-', process.stdout])('takes the CSV and stays open: %#', async (destination) => {
    const taken: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation(((
      chunk: Uint8Array,
      done: () => void,
    ) => {
      taken.push(Buffer.from(chunk).toString());
      setImmediate(done);
      return true;
    }) as typeof process.stdout.write);
    try {
      const result = await writeCsv(manyRows(2), destination, { columns });
      expect(result).toStrictEqual({ rows: 2, bytes: 32, warnings: [] });
    } finally {
      write.mockRestore();
    }
    expect(taken.join('')).toBe('id,text\n1,some text\n2,some text\n');
    expect(process.stdout.writableEnded).toBe(false);
  });
});
