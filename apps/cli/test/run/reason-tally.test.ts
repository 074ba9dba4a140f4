import type { CallResult, RowRecord } from '@org/sync';
import { expect, it } from 'vitest';
import { ReasonTally } from '../../src/run/reason-tally.js';

const delivered: CallResult = { status: 'delivered', attempts: 1 };
const failed = (code: string, reason: string, httpStatus?: number): CallResult => ({
  status: 'failed',
  code,
  reason,
  attempts: 1,
  retryable: false,
  mayHaveArrived: false,
  ...(httpStatus !== undefined && { httpStatus }),
});

function tally(...records: Partial<RowRecord>[]) {
  const reasons = new ReasonTally();
  for (const [index, record] of records.entries()) {
    reasons.listen({
      type: 'row-finished',
      record: { row: index + 1, outcome: 'failed', user: delivered, event: delivered, ...record },
    });
  }
  return reasons.sorted();
}

it('reasons that differ by a value alone are one, told in the commonest wording', () => {
  const user = (value: string) => ({ user: failed('FIELD_TYPE', `the row has ${value}`, 400) });
  expect(
    tally({ ...user('a'), identifier: 'ada@example.com' }, user('b'), user('b'), {
      event: failed('FIELD_TYPE', 'the event has c'),
    }),
  ).toEqual([
    {
      operation: 'users/update',
      code: 'FIELD_TYPE',
      httpStatus: 400,
      count: 3,
      text: 'the row has b',
      first: { row: 1, identifier: 'ada@example.com' },
    },
    {
      operation: 'events/track',
      code: 'FIELD_TYPE',
      count: 1,
      text: 'the event has c',
      first: { row: 4 },
    },
  ]);
});

it('the first is the one that comes first in the query, whichever ends first', () => {
  const user = failed('BadParams', 'odd');
  expect(
    tally({ user, row: 9, identifier: 'i' }, { user, row: 2, identifier: 'b' }, { user, row: 5 }),
  ).toMatchObject([{ count: 3, first: { row: 2, identifier: 'b' } }]);
});

it('a record whose two calls fail for one reason counts once', () => {
  const same = failed('IDENTIFIER', 'no address');
  expect(tally({ user: same, event: same })).toMatchObject([
    { operation: 'users/update, events/track', code: 'IDENTIFIER', count: 1 },
  ]);
});

it('a call that was not sent because of another has its reason, too', () => {
  const event: CallResult = { status: 'not-sent', reason: 'its profile failed' };
  expect(tally({ user: failed('ForgottenUserError', 'forgotten', 409), event })).toMatchObject([
    { operation: 'users/update', code: 'ForgottenUserError' },
    { operation: 'events/track', code: 'NOT_SENT', text: 'its profile failed' },
  ]);
});

it('counts failures alone', () => {
  expect(tally({ outcome: 'delivered' }, { outcome: 'notAttempted' })).toEqual([]);
});

it('does not grow with the number of codes, and loses none', () => {
  const records = Array.from({ length: 5000 }, (_, index) => ({
    user: failed(`code-${String(index)}`, 'x'),
  }));
  const reasons = tally(...records);
  expect(reasons).toHaveLength(1001);
  expect(reasons[0]).toMatchObject({ code: 'OTHERS', count: 4000 });
  expect(reasons.reduce((sum, { count }) => sum + count, 0)).toBe(5000);
});
