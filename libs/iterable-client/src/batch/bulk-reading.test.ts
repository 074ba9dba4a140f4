import { describe, expect, it } from 'vitest';
import { readBulkReply } from './bulk-reading.js';

/** What a reply lists: the meaning, the users it may be, and how often. */
const listed = (reply: unknown, events = false): unknown[] =>
  readBulkReply(reply, events).listed.map(({ list, users, times }) => [list.code, users, times]);

it.each([undefined, null, 'text', []])('reads nothing from %o', (reply) => {
  expect(readBulkReply(reply, false)).toEqual({
    successCount: Number.NaN,
    failCount: Number.NaN,
    listed: [],
    disallowedEventNames: new Set(),
    filteredOutFields: [],
  });
});

it('passes over what is no text in a list', () => {
  const reply = {
    failedUpdates: { invalidEmails: [42, null, 'a@example.com', ['b@example.com']] },
    disallowedEventNames: [1, 'one'],
    filteredOutFields: [{}, 'x'],
  };
  expect(listed(reply)).toEqual([['INVALID_IDENTIFIER', ['email a@example.com'], 1]]);
  expect(readBulkReply(reply, true)).toMatchObject({
    disallowedEventNames: new Set(['one']),
    filteredOutFields: ['x'],
  });
});

it('counts how often an identifier is listed, addresses without case', () => {
  const reply = { failedUpdates: { invalidEmails: ['a@example.com', 'A@EXAMPLE.com'] } };
  expect(listed(reply)).toEqual([['INVALID_IDENTIFIER', ['email a@example.com'], 2]]);
});

it('keeps user ids and addresses apart, and takes an identifier of no kind for either', () => {
  const reply = {
    failedUpdates: {
      invalidUserIds: ['a@example.com'],
      invalidEmails: ['a@example.com'],
      conflicts: ['A@example.com'],
    },
  };
  expect(listed(reply)).toEqual([
    ['INVALID_IDENTIFIER', ['userId a@example.com'], 1],
    ['INVALID_IDENTIFIER', ['email a@example.com'], 1],
    ['REJECTED', ['userId A@example.com', 'email a@example.com'], 1],
  ]);
});

describe('the lists beside the counts', () => {
  it('add what is nowhere else', () => {
    const reply = {
      invalidEmails: ['a@example.com', 'b@example.com'],
      failedUpdates: { forgottenEmails: ['a@example.com'] },
    };
    expect(listed(reply)).toEqual([
      ['FORGOTTEN', ['email a@example.com'], 1],
      ['INVALID_IDENTIFIER', ['email b@example.com'], 1],
    ]);
  });

  it('add nothing where one of the identifiers that may be meant is known', () => {
    const reply = { problemFailures: ['a'], failedUpdates: { invalidUserIds: ['a'] } };
    expect(listed(reply)).toEqual([['INVALID_IDENTIFIER', ['userId a'], 1]]);
  });

  it('add to what is listed as no more than unclear', () => {
    const reply = {
      invalidEmails: ['a@example.com'],
      failedUpdates: { noOpEmails: ['a@example.com'] },
    };
    expect(listed(reply)).toEqual([
      ['NO_OP', ['email a@example.com'], 1],
      ['INVALID_IDENTIFIER', ['email a@example.com'], 1],
    ]);
  });

  it('are those of failures only', () => {
    expect(listed({ createdFields: ['x'], filteredOutFields: ['x'] })).toEqual([]);
  });

  it('mean users that are not known by invalidUserIds, for events and for nothing else', () => {
    const reply = { invalidUserIds: ['u'], invalidEmails: ['a@example.com'] };
    expect(listed(reply, true)).toEqual([
      ['NOT_FOUND', ['userId u'], 1],
      ['INVALID_IDENTIFIER', ['email a@example.com'], 1],
    ]);
    expect(listed(reply)).toEqual([
      ['INVALID_IDENTIFIER', ['userId u'], 1],
      ['INVALID_IDENTIFIER', ['email a@example.com'], 1],
    ]);
    const among = { failedUpdates: { invalidUserIds: ['u'] } };
    expect(listed(among, true)).toEqual([['INVALID_IDENTIFIER', ['userId u'], 1]]);
  });
});
