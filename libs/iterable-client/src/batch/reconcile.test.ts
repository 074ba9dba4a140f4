import { describe, expect, it } from 'vitest';
import { EVENTS, itemsOf, readingOf, usersNamed } from '../../test/batch-items.js';
import { told, usual } from '../../test/reconciled.js';
import { reconcile } from './reconcile.js';

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
      failed: { 0: 'INVALID_IDENTIFIER' },
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
