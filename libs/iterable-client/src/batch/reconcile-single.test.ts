import { describe, expect, it } from 'vitest';
import { EVENTS, itemsOf, readingOf, usersNamed } from '../../test/batch-items.js';
import { told, usual } from '../../test/reconciled.js';
import { reconcile } from './reconcile.js';

describe('a user alone', () => {
  const [a] = [usersNamed('a')];
  const judge = (successCount: number, failCount: number, more: object = {}): object =>
    told(reconcile(a, readingOf(successCount, failCount, more)));

  it('is the one that failed, whatever the lists name', () => {
    const conflict = { failedUpdates: { conflictUserIds: ['42'] } };
    expect(judge(0, 1, conflict)).toEqual({ ...usual, failed: { 0: 'CONFLICT' } });
    expect(judge(0, 1, { failedUpdates: { noOpEmails: ['a@example.com'] } })).toMatchObject({
      failed: { 0: 'NO_OP' },
    });
    expect(judge(0, 1)).toEqual({ ...usual, failed: { 0: 'REJECTED' } });
  });

  it.each([
    [
      'the list with its own identifier',
      { invalidUserIds: ['x'], forgottenEmails: ['A@example.com'] },
      'FORGOTTEN',
    ],
    [
      'a list of failures rather than an unclear one',
      { noOpEmails: ['a@example.com'], invalidUserIds: ['x'] },
      'INVALID_IDENTIFIER',
    ],
    [
      'the first of others',
      { invalidUserIds: ['x'], forgottenUserIds: ['y'] },
      'INVALID_IDENTIFIER',
    ],
  ])('has the reason of %s', (_, failedUpdates, code) => {
    expect(judge(0, 1, { failedUpdates })).toEqual({ ...usual, failed: { 0: code } });
  });

  it('is an event of a blocked name, whatever the counts say', () => {
    const one = itemsOf(EVENTS, [{ email: 'a@example.com', eventName: 'one' }]);
    const reply = { disallowedEventNames: ['one'] };
    for (const [success, fail] of [
      [1, 0],
      [0, 1],
    ] as const) {
      expect(told(reconcile(one, readingOf(success, fail, reply, true)))).toEqual({
        ...usual,
        failed: { 0: 'EVENT_DISALLOWED' },
      });
    }
  });

  it('was taken where a list is none of failures, and that is no note of its own', () => {
    expect(judge(1, 0, { createdEmails: ['a@example.com'] })).toEqual({ ...usual, delivered: [0] });
  });

  it('was taken where count and lists agree', () => {
    expect(judge(1, 0)).toEqual({ ...usual, delivered: [0] });
    expect(judge(1, 0, { failedUpdates: { noOpEmails: ['a@example.com'] } })).toEqual({
      ...usual,
      delivered: [0],
      noOps: [0],
    });
  });

  it.each([
    ['no count', 0, 0, {}],
    ['both counts', 1, 1, {}],
    ['success and a list of failures', 1, 0, { failedUpdates: { invalidEmails: ['x@x.co'] } }],
  ])('stays in doubt with %s', (_, successCount, failCount, more) => {
    expect(judge(successCount, failCount, more)).toEqual({ ...usual, doubtful: [0] });
  });
});
