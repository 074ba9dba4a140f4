import { describe, expect, it } from 'vitest';
import { ABORTED, BAD_HEADERS, NO_REPLY, TIMED_OUT, replied } from '../../test/batch-errors.js';
import { EVENTS, USERS, itemsOf, places, usersNamed } from '../../test/batch-items.js';
import { batchBytes, batchFrame } from './batch-body.js';
import type { BatchItem } from './batch-item.js';
import { type FailedPart, judgeFailure } from './judge-failure.js';
import type { BatchPart, BatchVerdict } from './verdict.js';

const frame = batchFrame('users', {});

const partOf = (items: readonly BatchItem[], more: Partial<BatchPart> = {}): BatchPart => ({
  items,
  cause: 'batch',
  halved: false,
  sifted: false,
  ...more,
});

const judge = (
  items: readonly BatchItem[],
  error: unknown,
  { part, ...more }: Partial<Omit<FailedPart, 'part'>> & { part?: Partial<BatchPart> } = {},
): BatchVerdict =>
  judgeFailure({
    kind: USERS,
    part: partOf(items, part),
    frame,
    error,
    effect: 'none',
    byName: true,
    ...more,
  });

/** Which records are settled as what, which are sent again how, and which Iterable may hold. */
const told = ({ settled, again, open, ...more }: BatchVerdict): object => ({
  settled: settled.map(([{ index }, settlement]) => [index, settlement]),
  again: again.map(({ items, ...marks }) => ({ items: places(items), ...marks })),
  open: places(open),
  ...more,
});

const split = (items: number[], more: Partial<BatchPart> = {}): object => ({
  items,
  cause: 'split',
  halved: false,
  sifted: false,
  ...more,
});

const settled = (...items: readonly number[]) => ({
  as: (settlement: object): unknown =>
    items.map((index) => [
      index,
      expect.objectContaining({ status: 'failed', ...settlement }) as unknown,
    ]),
});

describe('a request that was refused', () => {
  const named = replied(400, { iterableCode: 'BadJsonBody', params: { 'users[1].x': 'wrong' } });
  const mismatch = (field: string, offendingValue: unknown): unknown =>
    replied(400, {
      iterableCode: 'RequestFieldsTypesMismatched',
      params: { validationErrors: { [field]: { offendingValue } } },
    });

  it('fails the record that is named, and sends the others again', () => {
    expect(told(judge(usersNamed('abc'), named))).toEqual({
      settled: settled(1).as({
        code: 'INVALID_DATA',
        iterableCode: 'BadJsonBody',
        reason: named.message,
        retryable: false,
        mayHaveArrived: false,
        error: named,
      }),
      again: [split([0, 2])],
      open: [],
      convicted: {
        by: 'name',
        facts: expect.objectContaining({ code: 'INVALID_DATA' }) as unknown,
      },
    });
  });

  it('sends nothing again where all are named', () => {
    const items = itemsOf(
      USERS,
      [1, 1].map((n) => ({ userId: `u${n}`, dataFields: { n } })),
    );
    expect(told(judge(items, mismatch('n', 1)))).toMatchObject({
      settled: settled(0, 1).as({ code: 'INVALID_DATA' }),
      again: [],
      convicted: { by: 'name' },
    });
  });

  it('is halved where nobody is named, or names are not believed', () => {
    const halves = { settled: [], again: [split([0, 1]), split([2])], open: [] };
    expect(told(judge(usersNamed('abc'), replied(400)))).toEqual(halves);
    expect(told(judge(usersNamed('abc'), named, { byName: false }))).toEqual(halves);
  });

  it('sets suspects apart once, and halves after that', () => {
    const items = itemsOf(
      USERS,
      [1, undefined, undefined, 2].map((n, index) => ({ userId: `u${index}`, dataFields: { n } })),
    );
    const apart = [split([1, 2], { sifted: true }), split([0, 3], { sifted: true })];
    expect(told(judge(items, mismatch('n', 3)))).toMatchObject({ settled: [], again: apart });
    const halves = [split([0, 1], { sifted: true }), split([2, 3], { sifted: true })];
    expect(told(judge(items, mismatch('n', 3), { part: { sifted: true } }))).toMatchObject({
      again: halves,
    });
  });

  it('convicts a record alone, whatever is named', () => {
    expect(told(judge(usersNamed('a'), named))).toMatchObject({
      settled: settled(0).as({ code: 'INVALID_DATA' }),
      again: [],
      convicted: { by: 'trial' },
    });
  });

  it('that is halved anyway keeps its marks', () => {
    expect(told(judge(usersNamed('abc'), named, { part: { halved: true } }))).toMatchObject({
      again: [split([0, 2], { halved: true })],
    });
  });
});

describe('a request that was too large', () => {
  it('is halved, and the size is learned', () => {
    const items = usersNamed('abc');
    expect(told(judge(items, replied(413)))).toEqual({
      settled: [],
      again: [split([0, 1]), split([2])],
      open: [],
      mostBytes: Math.ceil(batchBytes(frame, items) / 2),
    });
  });

  it('teaches no size where it may have had too many records', () => {
    const tooLarge = replied(400, { iterableCode: 'BatchTooLarge' });
    expect(told(judge(usersNamed('ab'), tooLarge))).toEqual({
      settled: [],
      again: [split([0]), split([1])],
      open: [],
    });
  });

  it('fails a record that is so alone', () => {
    expect(told(judge(usersNamed('a'), replied(413)))).toEqual({
      settled: settled(0).as({ code: 'TOO_LARGE', retryable: false }),
      again: [],
      open: [],
    });
  });
});

describe('a request that took too long', () => {
  const open = { effect: 'unknown' } as const;

  it('is halved once, and Iterable may hold its records', () => {
    expect(told(judge(usersNamed('abc'), TIMED_OUT, open))).toEqual({
      settled: [],
      again: [split([0, 1], { halved: true }), split([2], { halved: true })],
      open: [0, 1, 2],
    });
  });

  it.each([
    ['abc', { halved: true }],
    ['a', { halved: false }],
  ])('fails after that, or alone: %s %o', (names, part) => {
    const items = usersNamed(names);
    expect(told(judge(items, TIMED_OUT, { ...open, part }))).toEqual({
      settled: settled(...places(items)).as({ code: 'NO_REPLY', mayHaveArrived: true }),
      again: [],
      open: places(items),
    });
  });
});

describe('a request that failed', () => {
  it.each([
    ['for want of a reply', NO_REPLY, 'unknown', true],
    ['before it could arrive', NO_REPLY, 'none', false],
    ['with a good status, which leaves open what was written', replied(299), 'none', true],
    ['with a status that is not good', replied(503), 'none', false],
  ] as const)('%s', (_, error, effect, mayHaveArrived) => {
    expect(told(judge(usersNamed('ab'), error, { effect }))).toMatchObject({
      settled: settled(0, 1).as({ mayHaveArrived }),
      again: [],
      open: mayHaveArrived ? [0, 1] : [],
    });
  });

  it('does not forget that an earlier one may have arrived', () => {
    const items = usersNamed('ab');
    for (const item of items.slice(0, 1)) item.mayHaveArrived = true;
    expect(told(judge(items, NO_REPLY))).toMatchObject({
      settled: [
        [0, { mayHaveArrived: true }],
        [1, { mayHaveArrived: false }],
      ],
    });
  });

  it('is not written at 300', () => {
    expect(told(judge(usersNamed('a'), replied(300)))).toMatchObject({ open: [] });
  });

  it('stops the run where no other can do better, and says so of each record', () => {
    const verdict = judge(usersNamed('ab'), BAD_HEADERS);
    expect(told(verdict)).toMatchObject({
      settled: settled(0, 1).as({ code: 'AUTHENTICATION', stopped: true, retryable: true }),
      again: [],
      stop: { code: 'AUTHENTICATION', stopped: true },
    });
    expect(verdict.settled[0]?.[1]).not.toHaveProperty('iterableCode');
    expect(judge(usersNamed('a'), replied(503)).settled[0]?.[1]).not.toHaveProperty('stopped');
  });

  it.each([
    [EVENTS, 'UnknownEmailError', true],
    [EVENTS, 'BadJsonBody', false],
    [USERS, 'UnknownEmailError', false],
  ])('may be repeated where only the user is missing, and may yet come', (kind, code, may) => {
    const items = itemsOf(kind, [{ email: 'a@example.com', eventName: 'one' }]);
    const error = replied(400, { iterableCode: code });
    expect(told(judge(items, error, { kind }))).toMatchObject({
      settled: settled(0).as({ retryable: may }),
    });
  });
});

it.each([
  ['unknown', false, 'unknown'],
  ['none', true, 'unknown'],
  ['none', false, 'failed'],
] as const)(
  'an abort leaves open what may have arrived: effect %s, before %s',
  (effect, before, status) => {
    const [item, ...others] = usersNamed('a');
    if (item === undefined || others.length > 0) throw new Error('one item');
    item.mayHaveArrived = before;
    expect(told(judge([item], ABORTED, { effect }))).toEqual({
      settled: [[0, expect.objectContaining({ status, code: 'ABORTED' })]],
      again: [],
      open: effect === 'unknown' ? [0] : [],
    });
  },
);
