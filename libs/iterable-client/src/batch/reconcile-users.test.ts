import { describe, expect, it } from 'vitest';
import { EVENTS, itemsOf, readingOf, usersNamed } from '../../test/batch-items.js';
import { told, usual } from '../../test/reconciled.js';
import { reconcile } from './reconcile.js';

describe('users', () => {
  const abc = usersNamed('abc');
  const judge = (successCount: number, failCount: number, more: object = {}): object =>
    told(reconcile(abc, readingOf(successCount, failCount, more)));

  it('believes that all were taken where the counts say so', () => {
    expect(judge(3, 0)).toEqual({ ...usual, delivered: [0, 1, 2] });
    expect(judge(3, 0, { failedUpdates: null, invalidEmails: [] })).toEqual({
      ...usual,
      delivered: [0, 1, 2],
    });
  });

  it.each([
    ['invalidEmails', 'INVALID_IDENTIFIER'],
    ['notFoundEmails', 'NOT_FOUND'],
    ['invalidDataEmails', 'INVALID_DATA'],
    ['forgottenEmails', 'FORGOTTEN'],
    ['somethingNewEmails', 'REJECTED'],
    ['validEmailFailures', 'INTERNAL_ERROR'],
    ['conflicts', 'REJECTED'],
  ])('finds the record in %s', (list, code) => {
    expect(judge(2, 1, { failedUpdates: { [list]: ['b@example.com'] } })).toEqual({
      ...usual,
      delivered: [0, 2],
      failed: { 1: code },
    });
  });

  it('takes addresses without case, and user ids as they are', () => {
    const ids = itemsOf({ ...EVENTS, events: false }, [{ userId: 'A' }, { userId: 'a' }]);
    const found = reconcile(ids, readingOf(1, 1, { failedUpdates: { invalidUserIds: ['A'] } }));
    expect(told(found)).toEqual({
      ...usual,
      delivered: [1],
      failed: { 0: 'INVALID_IDENTIFIER' },
    });
    expect(judge(2, 1, { failedUpdates: { invalidEmails: ['B@EXAMPLE.com'] } })).toMatchObject({
      failed: { 1: 'INVALID_IDENTIFIER' },
      doubtful: [],
    });
  });

  it('reads the deprecated lists where the others are missing', () => {
    expect(judge(2, 1, { invalidEmails: ['c@example.com'] })).toMatchObject({
      delivered: [0, 1],
      failed: { 2: 'INVALID_IDENTIFIER' },
    });
  });

  it('counts a record once that stands in several lists', () => {
    const reply = {
      invalidEmails: ['a@example.com'],
      failedUpdates: { forgottenEmails: ['a@example.com'], invalidEmails: ['a@example.com'] },
    };
    expect(judge(2, 1, reply)).toMatchObject({ delivered: [1, 2], failed: { 0: 'FORGOTTEN' } });
  });

  it.each([
    ['a failure in no list', 2, 1, {}],
    ['a record in no count', 2, 0, {}],
    ['too many records', 4, 0, {}],
    ['an identifier of nobody', 2, 1, { failedUpdates: { invalidEmails: ['x@example.com'] } }],
  ])('doubts all after %s', (_, successCount, failCount, more) => {
    expect(judge(successCount, failCount, more)).toEqual({ ...usual, doubtful: [0, 1, 2] });
  });

  it('believes a list about its records even where the counts are wrong, and nothing else', () => {
    const reply = { failedUpdates: { invalidEmails: ['b@example.com'] } };
    expect(judge(2, 0, reply)).toMatchObject({
      failed: { 1: 'INVALID_IDENTIFIER' },
      doubtful: [0, 2],
      delivered: [],
    });
    const more = { failedUpdates: { invalidEmails: ['b@example.com', 'x@example.com'] } };
    expect(judge(2, 1, more)).toMatchObject({ doubtful: [0, 2], delivered: [] });
  });

  it('never takes the existing identifier of a conflict for the record that failed', () => {
    const items = itemsOf({ ...EVENTS, events: false }, [
      { email: 'a@example.com', dataFields: { email: 'b@example.com' } },
      { email: 'b@example.com' },
      { email: 'c@example.com' },
    ]);
    const reading = readingOf(2, 1, { failedUpdates: { conflictEmails: ['B@example.com'] } });
    expect(told(reconcile(items, reading))).toEqual({
      ...usual,
      doubtful: [0, 1, 2],
      suspects: [0, 1],
    });
  });

  it('doubts the rest after a conflict also where the other lists make up the number', () => {
    const lists = { conflictUserIds: ['42'], invalidEmails: ['a@example.com'] };
    expect(judge(2, 1, { failedUpdates: lists })).toMatchObject({
      failed: { 0: 'INVALID_IDENTIFIER' },
      doubtful: [1, 2],
    });
  });

  it.each([
    ['no failures', 3, 0, { delivered: [0, 1, 2], noOps: [0], failed: {} }],
    // Another record may have failed instead.
    ['perhaps failures', 2, 1, { delivered: [], doubtful: [0, 1, 2], suspects: [0] }],
  ])('takes what changes nothing as the counts have it: %s', (_, success, fail, expected) => {
    const reply = { failedUpdates: { noOpEmails: ['a@example.com'] } };
    expect(judge(success, fail, reply)).toMatchObject(expected);
  });

  it('does not take a list for one of failures that is not among them', () => {
    const reply = { createdEmails: ['a@example.com'] };
    expect(judge(3, 0, reply)).toEqual({ ...usual, delivered: [0, 1, 2] });
    expect(judge(2, 1, reply)).toMatchObject({ delivered: [], doubtful: [0, 1, 2] });
  });
});
