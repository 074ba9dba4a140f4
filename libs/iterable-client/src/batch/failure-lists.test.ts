import { describe, expect, it } from 'vitest';
import { DISALLOWED, UNLISTED, failureList, isFailureList } from './failure-lists.js';

describe('a list of failures', () => {
  it.each([
    ['invalidEmails', 'email', 'INVALID_IDENTIFIER', false, 'record'],
    ['invalidUserIds', 'userId', 'INVALID_IDENTIFIER', false, 'record'],
    ['notFoundEmails', 'email', 'NOT_FOUND', false, 'record'],
    ['invalidDataUserIds', 'userId', 'INVALID_DATA', false, 'record'],
    ['conflictEmails', 'email', 'CONFLICT', false, 'existing'],
    ['forgottenUserIds', 'userId', 'FORGOTTEN', false, 'record'],
    ['noOpEmails', 'email', 'NO_OP', false, 'unclear'],
    ['validEmailFailures', 'email', 'INTERNAL_ERROR', true, 'record'],
    ['validUserIdFailures', 'userId', 'INTERNAL_ERROR', true, 'record'],
    ['somethingNewEmails', 'email', 'REJECTED', true, 'record'],
    ['EmailsOfToday', 'either', 'REJECTED', true, 'record'],
    ['conflicts', 'either', 'REJECTED', true, 'record'],
    ['toString', 'either', 'REJECTED', true, 'record'],
    ['constructorEmails', 'email', 'REJECTED', true, 'record'],
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
    code: 'EVENT_DISALLOWED',
    reason: 'the project blocks events of this name',
    retryable: false,
    names: 'record',
  });
  expect(UNLISTED).toMatchObject({
    code: 'REJECTED',
    reason: 'Iterable counted the record as failed and gave no reason',
    retryable: true,
    names: 'record',
  });
});
