import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CallResult, RowRecord } from '@org/sync';
import { FailureFile } from '../src/run/failure-file.js';
import { redactor } from '../src/log/redactor.js';
import { schema } from './schema.js';

const failed: CallResult = {
  status: 'failed',
  reason: 'quotes the-secret-key',
  code: 'ForgottenUserError',
  httpStatus: 400,
  requestId: 'r-1',
  attempts: 1,
  retryable: false,
  mayHaveArrived: false,
};
const record = (row: number, user: CallResult = failed): RowRecord => ({
  row,
  key: String(row),
  identifier: 'ada@example.com',
  outcome: 'partial',
  user,
  event: { status: 'delivered', attempts: 2 },
});

const path = (): string => join(mkdtempSync(join(tmpdir(), 'failures-')), 'failures.ndjson');

it('the file of failures has every one, a line each, as the schema says and for its owner only', () => {
  const file = new FailureFile(path(), redactor(['the-secret-key']));
  const others = { ...record(1), outcome: 'delivered' } as const;
  file.listen({ type: 'row-finished', record: others });
  for (let row = 1; row <= 250; row += 1) {
    file.listen({ type: 'row-finished', record: record(row) });
  }
  const { path: written = '', ...rest } = file.close();
  expect(rest).toEqual({ count: 250 });
  expect(statSync(written).mode & 0o777).toBe(0o600);
  const text = readFileSync(written, 'utf8');
  expect(text).not.toContain('the-secret-key');
  const records = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RowRecord);
  expect(records.map(({ row }) => row)).toEqual(Array.from({ length: 250 }, (_, at) => at + 1));
  const valid = schema('results#/$defs/record');
  for (const each of records) expect(valid(each), JSON.stringify(valid.errors)).toBe(true);
});

it('there is no file where nothing failed', () => {
  expect(new FailureFile(path(), redactor([])).close()).toEqual({ count: 0 });
});

it.each(['/nowhere/at/all.ndjson', '/dev/null'])(
  'a file that cannot be made is told: %s',
  (where) => {
    const file = new FailureFile(where, redactor([]));
    file.listen({ type: 'row-finished', record: record(1) });
    expect(file.close()).toMatchObject({ count: 1, problem: expect.stringContaining(where) });
  },
);

it.each<CallResult>([
  { status: 'none' },
  { status: 'unchanged' },
  { status: 'not-sent', reason: 'x' },
  { status: 'skipped', reason: 'x' },
  failed,
])('the schema knows a call that is $status', (call) => {
  const valid = schema('results#/$defs/record');
  expect(valid(record(1, call)), JSON.stringify(valid.errors)).toBe(true);
  expect(valid({ ...record(1, call), surprise: true })).toBe(false);
});
