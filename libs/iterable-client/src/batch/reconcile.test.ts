import { describe, expect, it } from 'vitest';
import { EVENTS, itemsOf, places, readingOf, usersNamed } from '../../test/batch-items.js';
import { type Reconciled, reconcile } from './reconcile.js';

/** A verdict as places and codes. */
const told = ({ delivered, failed, doubtful, suspects, noOps }: Reconciled): object => ({
  delivered: places(delivered),
  failed: Object.fromEntries([...failed].map(([{ index }, { code }]) => [index, code])),
  doubtful: places(doubtful),
  suspects: places(suspects),
  noOps: places(noOps),
});

const usual = { delivered: [], failed: {}, doubtful: [], suspects: [], noOps: [] };

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
    ['invalidEmails', 'invalid-identifier'],
    ['notFoundEmails', 'not-found'],
    ['invalidDataEmails', 'invalid-data'],
    ['forgottenEmails', 'forgotten'],
    ['somethingNewEmails', 'rejected'],
    ['validEmailFailures', 'internal-error'],
    ['conflicts', 'rejected'],
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
      failed: { 0: 'invalid-identifier' },
    });
    expect(judge(2, 1, { failedUpdates: { invalidEmails: ['B@EXAMPLE.com'] } })).toMatchObject({
      failed: { 1: 'invalid-identifier' },
      doubtful: [],
    });
  });

  it('reads the deprecated lists where the others are missing', () => {
    expect(judge(2, 1, { invalidEmails: ['c@example.com'] })).toMatchObject({
      delivered: [0, 1],
      failed: { 2: 'invalid-identifier' },
    });
  });

  it('counts a record once that stands in several lists', () => {
    const reply = {
      invalidEmails: ['a@example.com'],
      failedUpdates: { forgottenEmails: ['a@example.com'], invalidEmails: ['a@example.com'] },
    };
    expect(judge(2, 1, reply)).toMatchObject({ delivered: [1, 2], failed: { 0: 'forgotten' } });
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
      failed: { 1: 'invalid-identifier' },
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
      failed: { 0: 'invalid-identifier' },
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

describe('a user alone', () => {
  const [a] = [usersNamed('a')];
  const judge = (successCount: number, failCount: number, more: object = {}): object =>
    told(reconcile(a, readingOf(successCount, failCount, more)));

  it('is the one that failed, whatever the lists name', () => {
    const conflict = { failedUpdates: { conflictUserIds: ['42'] } };
    expect(judge(0, 1, conflict)).toEqual({ ...usual, failed: { 0: 'conflict' } });
    expect(judge(0, 1, { failedUpdates: { noOpEmails: ['a@example.com'] } })).toMatchObject({
      failed: { 0: 'no-op' },
    });
    expect(judge(0, 1)).toEqual({ ...usual, failed: { 0: 'rejected' } });
  });

  it.each([
    [
      'the list with its own identifier',
      { invalidUserIds: ['x'], forgottenEmails: ['A@example.com'] },
      'forgotten',
    ],
    [
      'a list of failures rather than an unclear one',
      { noOpEmails: ['a@example.com'], invalidUserIds: ['x'] },
      'invalid-identifier',
    ],
    [
      'the first of others',
      { invalidUserIds: ['x'], forgottenUserIds: ['y'] },
      'invalid-identifier',
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
        failed: { 0: 'event-disallowed' },
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

describe('events', () => {
  const three = itemsOf(EVENTS, [
    { email: 'a@example.com', eventName: 'one' },
    { email: 'a@example.com', eventName: 'two' },
    { email: 'b@example.com', eventName: 'two' },
  ]);
  const judge = (successCount: number, failCount: number, more: object): object =>
    told(reconcile(three, readingOf(successCount, failCount, more, true)));

  it('has all events of a user failed where each is listed', () => {
    const twice = { failedUpdates: { notFoundEmails: ['a@example.com', 'A@example.com'] } };
    expect(judge(1, 2, twice)).toEqual({
      ...usual,
      delivered: [2],
      failed: { 0: 'not-found', 1: 'not-found' },
    });
  });

  it('doubts all where a user is listed once, and another event could hide behind the number', () => {
    const once = { failedUpdates: { notFoundEmails: ['a@example.com'] } };
    expect(judge(1, 2, once)).toEqual({ ...usual, doubtful: [0, 1, 2], suspects: [0, 1] });
  });

  it('has all events failed where all are counted and all users listed', () => {
    const once = { failedUpdates: { notFoundEmails: ['a@example.com', 'b@example.com'] } };
    expect(judge(0, 3, once)).toEqual({
      ...usual,
      failed: { 0: 'not-found', 1: 'not-found', 2: 'not-found' },
    });
  });

  it('doubts the events of a user of which one failed, and no others', () => {
    const once = { failedUpdates: { notFoundEmails: ['a@example.com'] } };
    expect(judge(2, 1, once)).toEqual({ ...usual, delivered: [2], doubtful: [0, 1] });
  });

  it('doubts all where a list that may be one of failures comes along', () => {
    const more = {
      failedUpdates: { notFoundEmails: ['a@example.com'], noOpEmails: ['b@example.com'] },
    };
    expect(judge(2, 1, more)).toMatchObject({ delivered: [], doubtful: [0, 1, 2] });
  });

  it('doubts all where the number of failures fits neither', () => {
    const once = { failedUpdates: { notFoundEmails: ['a@example.com'] } };
    expect(judge(0, 3, once)).toMatchObject({ delivered: [], doubtful: [0, 1, 2] });
  });

  it('knows events of a blocked name, and believes the rest where none counts as failed', () => {
    const failed = { 1: 'event-disallowed', 2: 'event-disallowed' };
    const reply = { disallowedEventNames: ['two'] };
    expect(judge(3, 0, reply)).toEqual({ ...usual, delivered: [0], failed });
    expect(judge(1, 2, reply)).toEqual({ ...usual, doubtful: [0], failed });
  });

  it('doubts where a blocked name leaves open which event of the user failed', () => {
    const reply = {
      disallowedEventNames: ['two'],
      failedUpdates: { notFoundEmails: ['c@example.com'] },
    };
    const items = itemsOf(EVENTS, [
      { email: 'c@example.com', eventName: 'one' },
      { email: 'c@example.com', eventName: 'one' },
      { email: 'c@example.com', eventName: 'two' },
    ]);
    expect(told(reconcile(items, readingOf(1, 2, reply, true)))).toMatchObject({
      failed: { 2: 'event-disallowed' },
      doubtful: [0, 1],
    });
  });

  it('takes the deprecated invalidUserIds for users that are not known', () => {
    const items = itemsOf(EVENTS, [{ userId: 'u', eventName: 'one' }]);
    const reading = readingOf(0, 1, { invalidUserIds: ['u'] }, true);
    expect(told(reconcile(items, reading))).toMatchObject({ failed: { 0: 'not-found' } });
  });

  describe('of a blocked name', () => {
    const four = itemsOf(EVENTS, [
      { email: 'a@example.com', eventName: 'one' },
      { email: 'a@example.com', eventName: 'one' },
      { email: 'b@example.com', eventName: 'two' },
      { email: 'c@example.com', eventName: 'one' },
    ]);
    const judgeFour = (successCount: number, failCount: number, failedUpdates: object): object => {
      const reply = { disallowedEventNames: ['two'], failedUpdates };
      return told(reconcile(four, readingOf(successCount, failCount, reply, true)));
    };
    const blocked = { 2: 'event-disallowed' };

    it('leave no doubt of the others where the lists make up the number without them', () => {
      expect(judgeFour(3, 1, { notFoundEmails: ['c@example.com'] })).toEqual({
        ...usual,
        delivered: [0, 1],
        failed: { ...blocked, 3: 'not-found' },
      });
    });

    it('leave one event to which an entry for their user can belong', () => {
      const items = itemsOf(EVENTS, [
        { email: 'a@example.com', eventName: 'one' },
        { email: 'a@example.com', eventName: 'two' },
        { email: 'b@example.com', eventName: 'one' },
      ]);
      const reply = {
        disallowedEventNames: ['two'],
        failedUpdates: { notFoundEmails: ['a@example.com'] },
      };
      expect(told(reconcile(items, readingOf(2, 1, reply, true)))).toEqual({
        ...usual,
        delivered: [2],
        failed: { 0: 'not-found', 1: 'event-disallowed' },
      });
    });

    it.each([
      ['of a user only some have failed', 3, 1, { notFoundEmails: ['a@example.com'] }, [0, 1]],
      ['their number is that of none', 4, 0, { notFoundEmails: ['a@example.com'] }, [0, 1]],
      ['a list may be one of failures', 4, 0, { noOpEmails: ['c@example.com'] }, [3]],
    ])('leave all in doubt where %s', (_, success, fail, lists, suspects) => {
      expect(judgeFour(success, fail, lists)).toEqual({
        ...usual,
        failed: blocked,
        doubtful: [0, 1, 3],
        suspects,
      });
    });
  });

  it('are not all failed where the number is that of some', () => {
    const six = itemsOf(
      EVENTS,
      ['a', 'a', 'b', 'b'].map((name) => ({ email: `${name}@example.com`, eventName: 'one' })),
    );
    const lists = { notFoundEmails: ['a@example.com', 'b@example.com'] };
    expect(told(reconcile(six, readingOf(2, 2, { failedUpdates: lists }, true)))).toEqual({
      ...usual,
      doubtful: [0, 1, 2, 3],
    });
  });

  it('without a name are not taken for those of a blocked one', () => {
    const items = itemsOf(EVENTS, [{ email: 'a@example.com' }, { email: 'b@example.com' }]);
    const reply = { disallowedEventNames: ['undefined'] };
    expect(told(reconcile(items, readingOf(2, 0, reply, true)))).toEqual({
      ...usual,
      delivered: [0, 1],
    });
  });
});

describe('doubts', () => {
  it('point at no record that is known to have failed', () => {
    const lists = {
      invalidEmails: ['a@example.com'],
      conflictEmails: ['a@example.com'],
      noOpEmails: ['b@example.com', 'a@example.com'],
    };
    const found = reconcile(usersNamed('abc'), readingOf(2, 1, { failedUpdates: lists }));
    expect(told(found)).toEqual({
      ...usual,
      failed: { 0: 'invalid-identifier' },
      doubtful: [1, 2],
      suspects: [1],
    });
  });

  it('do not rest on a record that the lists call both failed and unclear', () => {
    const events = itemsOf(
      EVENTS,
      ['a', 'a', 'b'].map((name) => ({ email: `${name}@example.com`, eventName: 'one' })),
    );
    const lists = { noOpEmails: ['a@example.com'], notFoundEmails: ['a@example.com'] };
    expect(told(reconcile(events, readingOf(2, 1, { failedUpdates: lists }, true)))).toEqual({
      ...usual,
      delivered: [2],
      doubtful: [0, 1],
    });
  });
});
