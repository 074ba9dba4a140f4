import { describe, expect, it } from 'vitest';
import { DISALLOWED, UNLISTED, failureList, isFailureList } from './failure-lists.js';

describe('a list of failures', () => {
  it.each([
    ['invalidEmails', 'email', 'invalid-identifier', false, 'record'],
    ['invalidUserIds', 'userId', 'invalid-identifier', false, 'record'],
    ['notFoundEmails', 'email', 'not-found', false, 'record'],
    ['invalidDataUserIds', 'userId', 'invalid-data', false, 'record'],
    ['conflictEmails', 'email', 'conflict', false, 'existing'],
    ['forgottenUserIds', 'userId', 'forgotten', false, 'record'],
    ['noOpEmails', 'email', 'no-op', false, 'unclear'],
    ['validEmailFailures', 'email', 'internal-error', true, 'record'],
    ['validUserIdFailures', 'userId', 'internal-error', true, 'record'],
    ['somethingNewEmails', 'email', 'rejected', true, 'record'],
    ['EmailsOfToday', 'either', 'rejected', true, 'record'],
    ['conflicts', 'either', 'rejected', true, 'record'],
    ['toString', 'either', 'rejected', true, 'record'],
    ['constructorEmails', 'email', 'rejected', true, 'record'],
  ])('%s', (name, holds, code, retryable, names) => {
    const list = failureList(name, true);
    expect(list).toMatchObject({ holds, code, retryable, names });
    expect(list.reason).toMatch(/^[A-Za-z].* .*[a-z]$/);
  });

  it('that nobody documents is unclear where it is not among the failures', () => {
    expect(failureList('createdEmails', false)).toMatchObject({ names: 'unclear', holds: 'email' });
    expect(failureList('invalidEmails', false)).toMatchObject({ names: 'record' });
  });

  it.each([
    ['invalidEmails', true],
    ['invalidUserIds', true],
    ['validEmailFailures', true],
    ['createdFields', false],
    ['filteredOutFields', false],
    ['disallowedEventNames', false],
    ['failCount', false],
    ['invalidEmailsTotal', false],
  ])('beside the counts is known by its name: %s, %s', (name, is) => {
    expect(isFailureList(name)).toBe(is);
  });
});

it('names the failures that have no list', () => {
  expect(DISALLOWED).toMatchObject({
    code: 'event-disallowed',
    reason: 'the project blocks events of this name',
    retryable: false,
    names: 'record',
  });
  expect(UNLISTED).toMatchObject({
    code: 'rejected',
    reason: 'Iterable counted the record as failed and gave no reason',
    retryable: true,
    names: 'record',
  });
});
