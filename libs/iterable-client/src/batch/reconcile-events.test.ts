import { describe, expect, it } from 'vitest';
import { EVENTS, itemsOf, readingOf } from '../../test/batch-items.js';
import { told, usual } from '../../test/reconciled.js';
import { reconcile } from './reconcile.js';

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
      failed: { 0: 'NOT_FOUND', 1: 'NOT_FOUND' },
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
      failed: { 0: 'NOT_FOUND', 1: 'NOT_FOUND', 2: 'NOT_FOUND' },
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
    const failed = { 1: 'EVENT_DISALLOWED', 2: 'EVENT_DISALLOWED' };
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
      failed: { 2: 'EVENT_DISALLOWED' },
      doubtful: [0, 1],
    });
  });

  it('takes the deprecated invalidUserIds for users that are not known', () => {
    const items = itemsOf(EVENTS, [{ userId: 'u', eventName: 'one' }]);
    const reading = readingOf(0, 1, { invalidUserIds: ['u'] }, true);
    expect(told(reconcile(items, reading))).toMatchObject({ failed: { 0: 'NOT_FOUND' } });
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
    const blocked = { 2: 'EVENT_DISALLOWED' };

    it('leave no doubt of the others where the lists make up the number without them', () => {
      expect(judgeFour(3, 1, { notFoundEmails: ['c@example.com'] })).toEqual({
        ...usual,
        delivered: [0, 1],
        failed: { ...blocked, 3: 'NOT_FOUND' },
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
        failed: { 0: 'NOT_FOUND', 1: 'EVENT_DISALLOWED' },
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
