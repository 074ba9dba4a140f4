import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { CsvError } from './csv-error.js';
import { toDestinationError } from './to-destination-error.js';

const failure = (code?: string) => Object.assign(new Error('as the system says'), { code });

it.each([
  ['EEXIST', 'CSV_EXISTS'],
  ['EISDIR', 'CSV_IS_FOLDER'],
  ['ENOENT', 'CSV_FOLDER_MISSING'],
  ['ENOTDIR', 'CSV_FOLDER_MISSING'],
  ['EACCES', 'CSV_DENIED'],
  ['EPERM', 'CSV_DENIED'],
  ['EROFS', 'CSV_DENIED'],
  ['ENOSPC', 'CSV_NO_SPACE'],
  ['EDQUOT', 'CSV_NO_SPACE'],
  ['EFBIG', 'CSV_NO_SPACE'],
  ['EPIPE', 'CSV_CLOSED'],
  ['ERR_STREAM_PREMATURE_CLOSE', 'CSV_CLOSED'],
  ['ERR_STREAM_DESTROYED', 'CSV_CLOSED'],
  ['ERR_STREAM_WRITE_AFTER_END', 'CSV_CLOSED'],
  ['EIO', 'CSV_WRITE'],
  [undefined, 'CSV_WRITE'],
])('%s is %s', (code, csvCode) => {
  const cause = failure(code);
  const error = toDestinationError(cause, 'out/a.csv');
  expect(error).toMatchObject({ name: 'CsvError', code: csvCode, path: 'out/a.csv', cause });
  expect(String(error)).toContain("cannot be written to 'out/a.csv': ");
  expect(String(error).endsWith(code ? ` (${code}).` : 'failed.')).toBe(true);
});

it('is about the stream where there is no path', () => {
  const error = toDestinationError(failure('EPIPE'), undefined);
  expect(String(error)).toBe(
    'CsvError: The CSV cannot be written to the stream: it was closed before all was written (EPIPE).',
  );
});

it('takes what is no error for a failure too', () => {
  expect(toDestinationError('broken', undefined)).toMatchObject({ code: 'CSV_WRITE' });
});

it.each([new CsvError('CSV_KIND', 'told before'), new TypeError('misuse')])(
  'leaves %s alone',
  (error) => {
    expect(toDestinationError(error, 'a.csv')).toBe(error);
  },
);

it('is shown with its code, its place and its cause', () => {
  const error = new CsvError('CSV_VALUE', 'told', { place: { row: 7, column: 'name' } });
  expect(inspect(error)).toMatch(/code: 'CSV_VALUE',\s+row: 7,\s+column: 'name'/);
  expect(error).not.toHaveProperty('cause');
  expect(inspect(toDestinationError(failure('EIO'), 'a.csv'))).toContain('[cause]');
});
