import type { SyncEvent } from '@org/sync';
import { expect, it } from 'vitest';
import { anonymizer } from '../../src/log/anonymizer.js';

const failure = {
  code: 'ForgottenUserError',
  attempts: 1,
  retryable: false,
  mayHaveArrived: false,
  reason: 'User ada@example.com (customer-4711) is forgotten; see bob@example.com',
};
const record = {
  row: 17,
  key: '4711',
  identifier: 'customer-4711',
  outcome: 'failed',
  user: { status: 'failed', ...failure },
  event: { status: 'not-sent', reason: 'the profile of customer-4711 failed' },
} as const;
const event: SyncEvent = { type: 'row-finished', record };

it('a record is told without key, identifier and addresses', () => {
  expect(anonymizer()(event)).toEqual({
    type: 'row-finished',
    record: {
      row: 17,
      outcome: 'failed',
      user: {
        status: 'failed',
        ...failure,
        reason: 'User [email] ([user]) is forgotten; see [email]',
      },
      event: { status: 'not-sent', reason: 'the profile of [user] failed' },
    },
  });
});

it('a failed call does not name the user that it was for', () => {
  const hide = anonymizer();
  expect(hide({ type: 'row-started', row: 17, identifier: 'customer-4711' })).toEqual({
    type: 'row-started',
    row: 17,
  });
  const call = { type: 'call-failed', row: 17, operation: 'users/update', failure } as const;
  expect(hide(call)).toMatchObject({
    failure: { reason: 'User [email] ([user]) is forgotten; see [email]' },
  });
});

it('notices and the end of a run are told without addresses', () => {
  const hide = anonymizer();
  const told = [
    hide({ type: 'notice', notice: { code: 'GONE', message: 'a@example.com left' } }),
    hide({ type: 'stopping', reason: 'refused', detail: 'of a@example.com' }),
  ];
  expect(JSON.stringify(told)).not.toContain('@');
});

it('several listeners are told the same', () => {
  const hide = anonymizer();
  expect(hide(event)).toBe(hide(event));
});
