import { open, type FileHandle } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { formatCsv, writeCsv } from '../src/index.js';
import { countedRows, manyRows } from './rows.js';
import { temporaryFolder } from './temporary-folder.js';

const columns = ['id', 'text'] as const;

/** Rows that call `act` at one of them. */
function* interruptedAt(id: number, act: () => void) {
  for (const row of manyRows(100_000)) {
    if (row.id === id) act();
    yield row;
  }
}

/** Rows of which the second comes when it is let go. */
function heldRows() {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const state = { isAwaited: false, isClosed: false };
  async function* rows() {
    try {
      yield { id: 1, text: 'first' };
      state.isAwaited = true;
      await held;
      yield { id: 2, text: 'second' };
    } finally {
      state.isClosed = true;
    }
  }
  return { rows: rows(), state, release };
}

describe('an abort', () => {
  it('before the start stops it before anything is read or made', async () => {
    const folder = temporaryFolder();
    const rows = countedRows(manyRows(3));
    const reason = new Error('not today');
    const options = { columns, signal: AbortSignal.abort(reason) };
    await expect(writeCsv(rows, folder.file('a.csv'), options)).rejects.toBe(reason);
    await expect(writeCsv(rows, new PassThrough(), options)).rejects.toBe(reason);
    await expect(formatCsv(rows, options)).rejects.toBe(reason);
    await expect(formatCsv([...manyRows(3)], options)).rejects.toBe(reason);
    await expect(writeCsv(rows, folder.file('no/a.csv'), options)).rejects.toBe(reason);
    expect(rows.taken).toBe(0);
    expect(folder.names()).toEqual([]);
  });

  it('in the middle of a string stops it', async () => {
    const stop = new AbortController();
    const rows = interruptedAt(5_000, () => stop.abort());
    const making = formatCsv(rows, { columns, signal: stop.signal });
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
    expect(rows.next().done).toBe(true);
  });

  it.each(['a.csv', 'a.csv.gz'])('in the middle leaves nothing of %s behind', async (name) => {
    for (const kind of ['iterable', 'async'] as const) {
      const folder = temporaryFolder();
      const stop = new AbortController();
      const reason = new Error('enough');
      const rows = interruptedAt(5_000, () => stop.abort(reason));
      const source = countedRows(rows);
      const writing = writeCsv(kind === 'async' ? source : rows, folder.file(name), {
        columns,
        signal: stop.signal,
      });
      await expect(writing).rejects.toBe(reason);
      expect(rows.next().done).toBe(true);
      expect(folder.names()).toEqual([]);
    }
  });

  it('behind the last row, before the file has its name, leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const stop = new AbortController();
    async function* rows() {
      yield { id: 1, text: 'only' };
      await turn();
      stop.abort();
    }
    const writing = writeCsv(rows(), folder.file('a.csv'), { columns, signal: stop.signal });
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(folder.names()).toEqual([]);
  });

  it('while the file is brought to the disk leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const stop = new AbortController();
    const reason = new Error('enough');
    const handle = await open(folder.file('other'), 'w');
    const names: string[][] = [];
    const sync = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'sync');
    sync.mockImplementation(() => {
      names.push(folder.names());
      stop.abort(reason);
      return Promise.resolve();
    });
    await handle.close();
    const writing = writeCsv(manyRows(3), folder.file('a.csv'), { columns, signal: stop.signal });
    await expect(writing).rejects.toBe(reason);
    // It was under its temporary name then.
    expect(names).toEqual([[expect.stringMatching(/\.tmp$/), 'other']]);
    expect(folder.names()).toEqual(['other']);
  });

  it('while the next row is awaited does not wait for it', async () => {
    const folder = temporaryFolder();
    const stop = new AbortController();
    const reason = new Error('enough');
    const { rows, state, release } = heldRows();
    const writing = writeCsv(rows, folder.file('a.csv'), { columns, signal: stop.signal });
    while (!state.isAwaited) await turn();
    stop.abort(reason);
    await expect(writing).rejects.toBe(reason);
    expect(folder.names()).toEqual([]);
    expect(state.isClosed).toBe(false);
    release();
    await turn();
    expect(state.isClosed).toBe(true);
  });

  it('while a string is made does not wait for the next row either', async () => {
    const stop = new AbortController();
    const { rows, state } = heldRows();
    const making = formatCsv(rows, { columns, signal: stop.signal });
    while (!state.isAwaited) await turn();
    stop.abort();
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('while a stream takes nothing more does not wait for it', async () => {
    for (const endStream of [true, false]) {
      const stop = new AbortController();
      const stream = new PassThrough({ highWaterMark: 1 });
      const rows = countedRows(manyRows(100_000));
      const writing = writeCsv(rows, stream, {
        columns,
        header: false,
        endStream,
        signal: stop.signal,
      });
      while (rows.taken < 100) await turn();
      stop.abort();
      await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
      expect(rows.isClosed).toBe(true);
      expect(stream.destroyed).toBe(endStream);
    }
  });

  it('that comes too late changes nothing', async () => {
    const stop = new AbortController();
    const folder = temporaryFolder();
    await writeCsv(manyRows(3), folder.file('a.csv'), { columns, signal: stop.signal });
    stop.abort();
    await turn();
    expect(folder.names()).toEqual(['a.csv']);
  });
});

it('leaves no listener on the signal', async () => {
  const { signal } = new AbortController();
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners += 1;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners -= 1;
    remove(...args);
  };
  await formatCsv(countedRows(manyRows(10)), { columns, signal });
  expect(listeners).toBe(0);
});
