import type { CallFailure, SyncEvent, SyncSummary } from '@org/sync';
import { describe, expect, it } from 'vitest';
import { anonymizer } from '../../src/log/anonymizer.js';

const refusal = (userId: string): CallFailure => ({
  code: 'ForgottenUserError',
  httpStatus: 409,
  attempts: 1,
  retryable: false,
  mayHaveArrived: false,
  reason: `users/update failed: HTTP 409 ForgottenUserError: User ${userId} is forgotten; see bob@example.com.`,
});

// Some stand in words, in figures and in what is said of every failure.
const SHORT_IDS = ['7', '4', 'a', 'ed', '40', '409', 'ISO'];

describe.each([...SHORT_IDS, 'customer-4711'])('the user %s', (userId) => {
  it('is not named where a call fails, nor where its record is done', () => {
    const hide = anonymizer();
    const failure = refusal(userId);
    const told = [
      hide.event({ type: 'row-started', row: 17, identifier: userId }),
      hide.event({ type: 'call-failed', row: 17, operation: 'users/update', failure }),
      hide.event({
        type: 'row-finished',
        record: {
          row: 17,
          key: userId,
          identifier: userId,
          outcome: 'failed',
          user: { status: 'failed', ...failure },
          event: { status: 'not-sent', reason: `the run stopped before: ${failure.reason}` },
        },
      }),
    ];
    const reason = 'Iterable answered HTTP 409 ForgottenUserError.';
    expect(told).toEqual([
      { type: 'row-started', row: 17 },
      {
        type: 'call-failed',
        row: 17,
        operation: 'users/update',
        failure: { ...failure, reason },
      },
      {
        type: 'row-finished',
        record: {
          row: 17,
          outcome: 'failed',
          user: { status: 'failed', ...failure, reason },
          event: { status: 'not-sent', reason: 'its turn did not come' },
        },
      },
    ]);
  });

  it('is not named where a whole batch fails and ends the run, nor in its summary', () => {
    const hide = anonymizer();
    const failure = { ...refusal(userId), code: 'Forbidden', httpStatus: 403 };
    hide.event({ type: 'call-failed', operation: 'users/bulkUpdate', failure });
    const detail = failure.reason;
    const told = hide.event({ type: 'stopping', reason: 'authentication', detail });
    const summary = {
      notices: [
        { code: 'FIELD_TYPES', message: `could not be read: ${detail}` },
        {
          code: 'GONE',
          message: 'The ledger knows 2 rows that the query does not return any more.',
        },
      ],
      gone: { rows: 2, handled: 1, failed: 1, reason: detail },
      stopped: { reason: 'authentication', detail },
    } as unknown as SyncSummary;
    const end = expect.stringMatching(
      /^Iterable answered HTTP 403 Forbidden\. Check ITERABLE_API_KEY/,
    ) as string;
    expect(told).toEqual({ type: 'stopping', reason: 'authentication', detail: end });
    expect(hide.summary(summary)).toEqual({
      notices: [
        {
          code: 'FIELD_TYPES',
          message:
            "The types of Iterable's fields could not be read, so values were not compared with them.",
        },
        summary.notices[1],
      ],
      gone: { rows: 2, handled: 1, failed: 1 },
      stopped: { reason: 'authentication', detail: end },
    });
  });
});

it('what the code of a sync says is not told', () => {
  const failure = {
    code: 'MAPPING',
    reason: 'Not sent: no plan for 7',
    attempts: 0,
  } as CallFailure;
  const call = { type: 'call-failed', row: 1, operation: 'users/update', failure } as const;
  expect(anonymizer().event(call)).toMatchObject({
    failure: { reason: 'Not sent: the mapping of the sync failed, or gave what can’t be sent.' },
  });
});

it('what this program says itself is told as it is', () => {
  const hide = anonymizer();
  const events = [
    {
      type: 'call-failed',
      operation: 'users/update',
      failure: { ...refusal('7'), code: 'NETWORK_ERROR', httpStatus: undefined },
    },
    { type: 'notice', notice: { code: 'FIELDS_FILTERED', message: 'Iterable dropped: plan.' } },
    { type: 'stopping', reason: 'guard', detail: 'the query returned no row' },
  ] as unknown as SyncEvent[];
  for (const event of events) expect(hide.event(event)).toBe(event);
});

it('several listeners are told the same', () => {
  const hide = anonymizer();
  const event: SyncEvent = { type: 'row-started', row: 1, identifier: '7' };
  expect(hide.event(event)).toBe(hide.event(event));
});
