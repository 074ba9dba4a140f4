import type { Writable } from 'node:stream';
import { expectTypeOf } from 'vitest';
import {
  CsvError,
  formatCsv,
  writeCsv,
  type CsvErrorCode,
  type CsvFormatOptions,
  type CsvResult,
  type CsvText,
  type CsvWarningCode,
} from './index.js';

interface Person {
  readonly id: number;
  readonly name: string | null;
}

declare const people: AsyncIterable<Person>;
declare const stream: Writable;

expectTypeOf(writeCsv(people, 'a.csv', { columns: ['id', 'name'] })).toEqualTypeOf<
  Promise<CsvResult>
>();
expectTypeOf(formatCsv([{ id: 1 }], { columns: ['id'] })).toEqualTypeOf<Promise<CsvText>>();
expectTypeOf<CsvResult>().not.toBeAny();

// Columns are those of the rows.
void writeCsv(people, stream, { columns: [{ key: 'name', header: 'Name' }], gzip: true });
// @ts-expect-error -- no such column
void writeCsv(people, 'a.csv', { columns: ['id', 'email'] });
// @ts-expect-error -- no such column
void writeCsv(people, 'a.csv', { columns: [{ key: 'email' }] });
// @ts-expect-error -- no such option of a column
void writeCsv(people, 'a.csv', { columns: [{ key: 'id', title: 'ID' }] });
// @ts-expect-error -- columns are required
void writeCsv(people, 'a.csv', {});
// @ts-expect-error -- options are required
void writeCsv(people, 'a.csv');

// A format function has the value's type, without null.
void writeCsv(people, 'a.csv', {
  columns: [
    { key: 'id', format: (id) => id.toFixed(2) },
    {
      key: 'name',
      format: (name, row) => {
        expectTypeOf(name).toEqualTypeOf<string>();
        expectTypeOf(row).toEqualTypeOf<Person>();
        return name;
      },
    },
  ],
});
// @ts-expect-error -- an id is no text
void writeCsv(people, 'a.csv', { columns: [{ key: 'id', format: (id: string) => id }] });
// @ts-expect-error -- a format function gives a text
void writeCsv(people, 'a.csv', { columns: [{ key: 'id', format: (id) => id }] });

// Rows without known names: any column.
declare const records: Iterable<Record<string, unknown>>;
declare const objects: AsyncIterable<object>;
declare const arrays: Iterable<readonly (string | null)[]>;
void writeCsv(records, 'a.csv', { columns: ['anything'] });
void writeCsv(objects, 'a.csv', { columns: ['anything'] });
void writeCsv(arrays, 'a.csv', {
  columns: [
    'anything',
    {
      key: 'by position',
      format: (value) => {
        expectTypeOf(value).toEqualTypeOf<string>();
        return value;
      },
    },
  ],
});
void formatCsv([], { columns: ['anything'] });
declare const columns: readonly string[];
void writeCsv(records, 'a.csv', { columns });
void writeCsv(arrays, 'a.csv', { columns });

// Options.
// @ts-expect-error -- no such option
void writeCsv(people, 'a.csv', { columns: ['id'], overwrite: true });
// @ts-expect-error -- no such choice
void writeCsv(people, 'a.csv', { columns: ['id'], existing: 'overwrite' });
// @ts-expect-error -- no such line ending
void writeCsv(people, 'a.csv', { columns: ['id'], lineEnding: '\r' });
// @ts-expect-error -- a string has no file that could be there
void formatCsv(people, { columns: ['id'], existing: 'replace' });
// @ts-expect-error -- neither a path nor a stream
void writeCsv(people, 5, { columns: ['id'] });
// @ts-expect-error -- a text has no rows
void writeCsv('id,name', 'a.csv', { columns: ['id'] });
// @ts-expect-error -- rows are objects
void writeCsv([1, 2], 'a.csv', { columns: ['id'] });
expectTypeOf<CsvFormatOptions['columns']>().toExtend<readonly unknown[]>();

// Errors and warnings.
expectTypeOf<CsvError['code']>().toEqualTypeOf<CsvErrorCode>();
expectTypeOf<CsvResult['warnings'][number]['code']>().toEqualTypeOf<CsvWarningCode>();
// @ts-expect-error -- no such code
new CsvError('OTHER', '');
