import { describe, expect, it } from 'vitest';
import { EVENTS, USERS, itemsOf, places, usersNamed } from '../../test/batch-items.js';
import { batchKinds } from './batch-kinds.js';
import type { BatchItem } from './batch-item.js';
import { type RepliedPart, judgeReply } from './judge-reply.js';
import type { BatchPart } from './verdict.js';

const judge = (
  items: readonly BatchItem[],
  reply: object,
  { part, ...more }: Partial<Omit<RepliedPart, 'part'>> & { part?: Partial<BatchPart> } = {},
): object => {
  const { settled, again, open } = judgeReply({
    kind: USERS,
    part: { items, cause: 'batch', halved: false, sifted: false, ...part },
    reply,
    effect: 'none',
    strictFields: false,
    ...more,
  });
  return {
    settled: Object.fromEntries(settled.map(([{ index }, settlement]) => [index, settlement])),
    again: again.map(({ items: each, ...marks }) => ({ items: places(each), ...marks })),
    open: places(open),
  };
};

const again = (items: number[], more: Partial<BatchPart> = {}): object => ({
  items,
  cause: 'resend',
  halved: false,
  sifted: false,
  ...more,
});

const counts = (successCount: number, failCount: number, more: object = {}): object => ({
  successCount,
  failCount,
  ...more,
});

describe('a reply that adds up', () => {
  it('settles all', () => {
    const reply = counts(2, 1, { failedUpdates: { invalidEmails: ['b@example.com'] } });
    expect(judge(usersNamed('abc'), reply)).toEqual({
      settled: {
        0: { status: 'delivered' },
        1: {
          status: 'failed',
          code: 'INVALID_IDENTIFIER',
          reason: 'users/bulkUpdate: Iterable calls the identifier invalid.',
          retryable: false,
          mayHaveArrived: false,
        },
        2: { status: 'delivered' },
      },
      again: [],
      open: [],
    });
  });

  it('leaves open what attempts before it may have done for the failed ones', () => {
    const reply = counts(1, 2, {
      failedUpdates: { invalidEmails: ['a@example.com', 'b@example.com'] },
    });
    const items = usersNamed('abc');
    for (const item of items.slice(0, 1)) item.mayHaveArrived = true;
    expect(judge(items, reply)).toMatchObject({
      settled: { 0: { mayHaveArrived: true }, 1: { mayHaveArrived: false } },
    });
    expect(judge(items, reply, { effect: 'unknown' })).toMatchObject({
      settled: { 0: { mayHaveArrived: true }, 1: { mayHaveArrived: true } },
    });
  });

  it('notes what changes nothing, and what Iterable dropped', () => {
    const items = itemsOf(USERS, [
      { email: 'a@example.com', dataFields: { x: 1, y: 2 } },
      { email: 'b@example.com' },
    ]);
    const reply = counts(2, 0, {
      failedUpdates: { noOpEmails: ['b@example.com'] },
      filteredOutFields: ['x', 'y'],
    });
    expect(judge(items, reply)).toMatchObject({
      settled: {
        0: { status: 'delivered', filteredOutFields: ['x', 'y'] },
        1: { status: 'delivered', note: 'no-op' },
      },
    });
    expect(judge(items, reply, { strictFields: true })).toMatchObject({
      settled: {
        0: {
          status: 'failed',
          code: 'FIELDS_FILTERED',
          reason: 'Iterable dropped fields that it does not know: x, y.',
          retryable: false,
          mayHaveArrived: true,
          filteredOutFields: ['x', 'y'],
        },
        1: { status: 'delivered', note: 'no-op' },
      },
    });
  });

  it.each([
    ['users.updateMany', { status: 'failed', code: 'NOT_FOUND', retryable: false }],
    ['events.trackMany', { status: 'failed', code: 'NOT_FOUND', retryable: true }],
    ['lists.subscribeMany', { status: 'failed', code: 'NOT_FOUND', retryable: false }],
    ['users.updateSubscriptionsMany', { status: 'failed', code: 'NOT_FOUND', retryable: false }],
    ['lists.unsubscribeMany', { status: 'delivered', note: 'not-found' }],
  ] as const)('says what a user that is not known means for %s', (method, outcome) => {
    const kind = batchKinds[method];
    const items = itemsOf(kind, [{ email: 'a@example.com' }, { email: 'b@example.com' }]);
    const lists = { notFoundEmails: ['a@example.com'], invalidEmails: ['b@example.com'] };
    expect(judge(items, counts(0, 2, { failedUpdates: lists }), { kind })).toMatchObject({
      settled: { 0: outcome, 1: { status: 'failed', code: 'INVALID_IDENTIFIER' } },
    });
  });

  it('says of a failure whether to send it again later', () => {
    const reply = counts(1, 1, { failedUpdates: { validEmailFailures: ['a@example.com'] } });
    expect(judge(usersNamed('ab'), reply)).toMatchObject({
      settled: { 0: { code: 'INTERNAL_ERROR', retryable: true } },
    });
  });
});

describe('a reply that does not add up', () => {
  it('has all sent again in halves, and open until then', () => {
    expect(judge(usersNamed('abc'), counts(1, 1))).toEqual({
      settled: {},
      again: [again([0, 1]), again([2])],
      open: [0, 1, 2],
    });
  });

  it('has one record sent again as it is', () => {
    expect(judge(usersNamed('a'), counts(1, 1))).toEqual({
      settled: {},
      again: [again([0])],
      open: [0],
    });
  });

  it('has the others sent again together without the failures that are known', () => {
    const reply = counts(1, 1, { failedUpdates: { invalidEmails: ['b@example.com'] } });
    expect(judge(usersNamed('abcde'), reply)).toMatchObject({
      settled: { 1: { code: 'INVALID_IDENTIFIER' } },
      again: [again([0, 2, 3, 4])],
    });
  });

  it('has the doubtful ones halved where others are proven', () => {
    const items = itemsOf(
      EVENTS,
      ['a', 'a', 'b'].map((name) => ({ email: `${name}@example.com`, eventName: 'one' })),
    );
    const reply = counts(2, 1, { failedUpdates: { notFoundEmails: ['a@example.com'] } });
    expect(judge(items, reply, { kind: EVENTS })).toMatchObject({
      settled: { 2: { status: 'delivered' } },
      again: [again([0]), again([1])],
    });
  });

  it('has those that a list points at tried apart, once', () => {
    const reply = counts(3, 1, {
      failedUpdates: { conflictEmails: ['a@example.com'], invalidEmails: ['b@example.com'] },
    });
    const apart = { again: [again([2, 3], { sifted: true }), again([0], { sifted: true })] };
    expect(judge(usersNamed('abcd'), reply)).toMatchObject(apart);
    expect(
      judge(usersNamed('abcd'), reply, { part: { sifted: true, halved: true } }),
    ).toMatchObject({
      again: [again([0, 2, 3], { sifted: true, halved: true })],
    });
  });

  it('leaves a record unknown that was sent again alone in vain', () => {
    expect(judge(usersNamed('a'), counts(1, 1), { part: { cause: 'resend' } })).toEqual({
      settled: {
        0: {
          status: 'unknown',
          code: 'AMBIGUOUS_REPLY',
          reason: 'Iterable’s counts and lists contradict each other, even for the record alone.',
        },
      },
      again: [],
      open: [],
    });
  });

  it('does not give up a record that was not alone', () => {
    const reply = counts(1, 2, { failedUpdates: { invalidEmails: ['a@example.com'] } });
    expect(judge(usersNamed('ab'), reply, { part: { cause: 'resend' } })).toMatchObject({
      settled: { 0: { code: 'INVALID_IDENTIFIER' } },
      again: [again([1])],
      open: [1],
    });
  });
});
