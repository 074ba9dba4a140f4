import type { RowRecord, SyncEvent } from '@org/sync';
import { expect, it } from 'vitest';
import { RecordLines } from '../../src/screen/record-lines.js';
import { Screen } from '../../src/screen/screen.js';
import { capturedIo } from '../captured-io.js';

function shown(level: 'DEBUG' | 'INFO' | 'WARNING', events: readonly SyncEvent[]): string {
  const { io, written } = capturedIo();
  const lines = new RecordLines(new Screen(io, { level }), { total: 3 });
  for (const event of events) lines.listen(event);
  return written.stdout;
}

const delivered = { status: 'delivered', attempts: 1 } as const;
const start = (row: number): SyncEvent => ({
  type: 'row-started',
  row,
  identifier: `user${String(row)}@example.com`,
});
const attempt = (row: number, n = 1): SyncEvent => ({
  type: 'attempt',
  row,
  operation: 'users/update',
  attempt: n,
  maxAttempts: 3,
});
const success = (row: number): SyncEvent => ({
  type: 'call-delivered',
  row,
  operation: 'users/update',
  code: 'Success',
});
const end = (row: number, change: Partial<RowRecord> = {}): SyncEvent => ({
  type: 'row-finished',
  record: {
    row,
    identifier: `user${String(row)}@example.com`,
    outcome: 'delivered',
    user: delivered,
    event: { status: 'none' },
    ...change,
  },
});

it('a record is a block of lines', () => {
  expect(shown('INFO', [start(1), attempt(1), success(1), end(1)])).toBe(
    [
      '',
      'Processing record 1/3',
      'Processing user: user1@example.com',
      'Attempt 1/3 for users/update',
      'users/update call successful: Success',
      '✓ Successfully processed user: user1@example.com',
      '',
    ].join('\n'),
  );
});

it('records that run side by side are shown one after another, the first of them live', () => {
  const events = [start(1), start(2), start(3), attempt(2), end(3), end(2)];
  expect(shown('INFO', events)).toBe(
    '\nProcessing record 1/3\nProcessing user: user1@example.com\n',
  );
  const text = shown('INFO', [...events, attempt(1), end(1)]);
  const order = [...text.matchAll(/Processing record (\d)|Attempt|✓ .*user(\d)/g)].map(String);
  expect(order.map((line) => line.split(',')[0])).toEqual([
    'Processing record 1',
    'Attempt',
    '✓ Successfully processed user: user1',
    'Processing record 2',
    'Attempt',
    '✓ Successfully processed user: user2',
    'Processing record 3',
    '✓ Successfully processed user: user3',
  ]);
});

it('a retry tells its cause, its wait and its attempt', () => {
  const retry: SyncEvent = {
    type: 'retry',
    row: 1,
    operation: 'users/update',
    attempt: 1,
    maxAttempts: 3,
    cause: '503',
    delayMs: 1049.6,
  };
  expect(shown('WARNING', [start(1), retry])).toBe(
    'Retryable error 503 from users/update. Retrying in 1.05s (attempt 1/3)\n',
  );
  expect(shown('WARNING', [{ ...retry, cause: 'timeout' }])).toContain('Retryable timeout from');
});

it('at WARNING only trouble is shown, with its reason', () => {
  const failed = {
    status: 'failed',
    reason: 'no such user',
    code: 'BadParams',
    attempts: 1,
    retryable: false,
    mayHaveArrived: false,
  } as const;
  const text = shown('WARNING', [
    start(1),
    attempt(1),
    end(1, { outcome: 'failed', user: failed }),
    start(2),
    end(2, { outcome: 'partial', user: failed, event: delivered }),
    end(3),
  ]);
  expect(text).toBe(
    '✗ Failed to process user: user1@example.com (users/update: no such user)\n' +
      '⚠ Partially processed user: user2@example.com\n',
  );
});

it('the first that starts is shown live, even if records before it need not be sent', () => {
  const text = shown('INFO', [{ type: 'rows-unchanged', rows: 2 }, start(3), attempt(3)]);
  expect(text.split('\n').at(-2)).toBe('Attempt 1/3 for users/update');
});

it('a record that takes very long gives way, and no line is lost', () => {
  const rows = Array.from({ length: 2000 }, (_, index) => index + 1);
  const events = [
    start(1),
    ...rows.slice(1).flatMap((row) => [start(row), attempt(row), end(row)]),
  ];
  const text = shown('INFO', [...events, attempt(1, 2), end(1)]);
  const begun = [...text.matchAll(/^Processing record (\d+)\/3(, goes on)?$/gm)].map(
    ([, row, later]) => `${row ?? ''}${later ?? ''}`,
  );
  expect(begun).toEqual([
    '1',
    ...rows.slice(1, 1001).map(String),
    '1, goes on',
    ...rows.slice(1001).map(String),
  ]);
  expect(text.match(/^✓ Successfully/gm)).toHaveLength(2000);
  expect(text).toContain(
    'record 1/3, goes on\nAttempt 2/3 for users/update\n✓ Successfully processed user: user1@',
  );
});

it('what is unfinished when a run ends is shown all the same', () => {
  const { io, written } = capturedIo();
  const lines = new RecordLines(new Screen(io, { level: 'INFO' }), { total: 3 });
  for (const event of [start(1), start(2), attempt(2)]) lines.listen(event);
  expect(written.stdout).not.toContain('record 2');
  lines.end();
  expect(written.stdout).toContain('Processing record 2/3');
});

it('at DEBUG all that is known of a record is shown', () => {
  expect(shown('DEBUG', [start(1), end(1, { key: '17' })])).toContain(
    'Record 1, key 17: delivered: user1@example.com\n',
  );
});
