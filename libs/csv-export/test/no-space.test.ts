import { execFileSync } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { writeCsv } from '../src/index.js';
import { countedRows, manyRows } from './rows.js';
import { temporaryFolder } from './temporary-folder.js';

const columns = ['id', 'text'] as const;

/** For one test no file of this process may be larger. */
function limitFileSize(bytes: number): void {
  const limit = (value: string) =>
    execFileSync('prlimit', [`--pid=${process.pid}`, `--fsize=${value}:`]);
  // Otherwise the signal ends the process.
  const ignore = () => undefined;
  process.on('SIGXFSZ', ignore);
  onTestFinished(() => {
    limit('unlimited');
    process.off('SIGXFSZ', ignore);
  });
  limit(String(bytes));
}

it.each(['a.csv', 'a.csv.gz'])(
  'is told, and leaves nothing behind, in the middle of %s',
  async (name) => {
    const folder = temporaryFolder();
    // Random enough not to be packed away.
    const rows = countedRows(
      [...manyRows(20_000)].map(({ id }) => ({ id, text: String(Math.sin(id)) })),
    );
    limitFileSize(65_536);
    await expect(writeCsv(rows, folder.file(name), { columns })).rejects.toMatchObject({
      name: 'CsvError',
      code: 'CSV_NO_SPACE',
      path: folder.file(name),
      cause: { code: 'EFBIG' },
    });
    expect(rows.isClosed).toBe(true);
    expect(rows.taken).toBeLessThan(20_000);
    expect(folder.names()).toEqual([]);
  },
);

it('is told of a full device', async () => {
  const rows = countedRows(manyRows(10_000));
  await expect(writeCsv(rows, '/dev/full', { columns })).rejects.toMatchObject({
    code: 'CSV_NO_SPACE',
    cause: { code: 'ENOSPC' },
  });
  expect(rows.isClosed).toBe(true);
});
