import type { RowRecord } from '@org/sync';
import { expect, it } from 'vitest';
import { failureText, recordText, rowReasons } from '../../src/run/event-text.js';

const failure = {
  reason: 'users/update failed: HTTP 400 BadParams: Invalid field.',
  code: 'BadParams',
  httpStatus: 400,
  attempts: 1,
  retryable: false,
  mayHaveArrived: false,
};
const record: RowRecord = {
  row: 7,
  key: '42',
  outcome: 'failed',
  user: { status: 'failed', ...failure },
  event: { status: 'failed', ...failure, reason: 'Not sent: email is empty', attempts: 0 },
};

it('an operation is told once, whatever the reason begins with', () => {
  const event = { type: 'call-failed', operation: 'users/update', row: 7, failure } as const;
  expect(failureText(event)).toBe(
    'users/update call failed: HTTP 400 BadParams: Invalid field. It is not retried.',
  );
  expect(rowReasons(record)).toEqual([
    'users/update: HTTP 400 BadParams: Invalid field.',
    'events/track: Not sent: email is empty',
  ]);
  expect(recordText(record)).toBe(
    'Record 7, key 42: failed: record 7' +
      '; users/update: HTTP 400 BadParams: Invalid field. (code BadParams, HTTP 400, 1 attempt)' +
      '; events/track: Not sent: email is empty (code BadParams, HTTP 400, 0 attempts)',
  );
});
