import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { writeCsv } from '../src/index.js';
import { countedRows, manyRows } from './rows.js';
import { temporaryFolder } from './temporary-folder.js';

const columns = ['id', 'text'] as const;

function namedPipe(): string {
  const path = temporaryFolder().file('pipe');
  execFileSync('mkfifo', [path]);
  return path;
}

it('takes the CSV as its reader reads', async () => {
  const path = namedPipe();
  const writing = writeCsv(manyRows(20_000), path, { columns });
  const read = await buffer(createReadStream(path));
  const lines = read.toString().split('\n');
  expect(lines).toHaveLength(20_002);
  expect(lines[20_000]).toBe('20000,some text');
  expect(await writing).toMatchObject({ path, rows: 20_000, bytes: read.length });
});

it('is waited for until somebody reads', async () => {
  const path = namedPipe();
  const rows = countedRows(manyRows(3));
  const writing = writeCsv(rows, path, { columns });
  await sleep(120);
  expect(rows.taken).toBe(0);
  const read = await buffer(createReadStream(path));
  expect(read.toString()).toBe('id,text\n1,some text\n2,some text\n3,some text\n');
  expect(await writing).toMatchObject({ rows: 3 });
});

it('is given up while nobody reads where the signal says so', async () => {
  const path = namedPipe();
  const stop = new AbortController();
  const rows = countedRows(manyRows(3));
  const writing = writeCsv(rows, path, { columns, signal: stop.signal });
  const reason = new Error('enough');
  setTimeout(() => stop.abort(reason), 60);
  await expect(writing).rejects.toBe(reason);
  expect(rows.taken).toBe(0);
});

it('is given up where the reader does not go on and the signal says so', async () => {
  const path = namedPipe();
  const reader = createReadStream(path, { highWaterMark: 1_024 });
  onTestFinished(() => void reader.destroy());
  const stop = new AbortController();
  const rows = countedRows(manyRows(1_000_000));
  const writing = writeCsv(rows, path, { columns, signal: stop.signal });
  setTimeout(() => stop.abort(), 100);
  await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
  expect(rows.isClosed).toBe(true);
});

it('is told where the reader went away', async () => {
  const path = namedPipe();
  const reader = createReadStream(path);
  reader.once('data', () => reader.destroy());
  const rows = countedRows(manyRows(1_000_000));
  await expect(writeCsv(rows, path, { columns })).rejects.toMatchObject({
    code: 'CSV_CLOSED',
    path,
    cause: { code: 'EPIPE' },
  });
  expect(rows.isClosed).toBe(true);
});

it('may be a device', async () => {
  expect(await writeCsv(manyRows(500), '/dev/null', { columns })).toMatchObject({
    path: '/dev/null',
    rows: 500,
  });
  expect(existsSync('/dev/null')).toBe(true);
  expect(readFileSync('/dev/null')).toHaveLength(0);
});

it('may not be a socket', async () => {
  const path = temporaryFolder().file('socket');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => void server.close());
  await expect(writeCsv([], path, { columns })).rejects.toMatchObject({
    code: 'CSV_KIND',
    path,
  });
});
