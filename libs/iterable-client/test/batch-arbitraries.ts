import fc from 'fast-check';
import { expect } from 'vitest';
import type { BatchOutcome, EventTrackRequest, UserRecord } from '../src/index.js';
import type { RecordKind, TransportFault } from './batch-model.js';

export const RUNS = { numRuns: 100 };

export const CODES: Readonly<Partial<Record<RecordKind, string>>> = {
  invalidData: 'INVALID_DATA',
  forgotten: 'FORGOTTEN',
  future: 'REJECTED',
  unlisted: 'REJECTED',
  conflict: 'CONFLICT',
  named: 'INVALID_DATA',
  typed: 'INVALID_DATA',
  refused: 'REFUSED',
  notFound: 'NOT_FOUND',
};

export const userKind: fc.Arbitrary<RecordKind> = fc.oneof(
  { weight: 12, arbitrary: fc.constant('ok' as const) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<RecordKind>(
      'invalidData',
      'forgotten',
      'future',
      'noOp',
      'unlisted',
      'conflict',
      'named',
      'typed',
      'refused',
    ),
  },
);

export const fault: fc.Arbitrary<TransportFault | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<TransportFault>(
      'lost-before',
      'lost-after',
      'reset-429',
      'status-408',
      'status-500',
      'status-503-after',
      'html',
      'html-after',
      'truncated',
      'undercount',
      'overcount',
      'no-counts',
    ),
  },
);

export const batching = fc.record({
  maxBatchSize: fc.integer({ min: 1, max: 16 }),
  maxBatchBytes: fc.constantFrom(400, 1500, 4_000_000),
  concurrency: fc.integer({ min: 1, max: 4 }),
});

/** The fewest splits find few refused records; more than this and nothing accepted ends a run. */
export const MOST_REFUSED = 20;

export function usersOf(
  kinds: readonly RecordKind[],
  whose: (n: number) => UserRecord,
): UserRecord[] {
  let refused = 0;
  return kinds.map((kind, n) => {
    const fine = kind === 'refused' && (refused += 1) > MOST_REFUSED;
    const fields = { n, kind: fine ? 'ok' : kind, since: `value ${n}` };
    return { ...whose(n), dataFields: fields };
  });
}

export const ownUser = (n: number): UserRecord =>
  n % 3 === 0 ? { userId: `u${n}` } : { email: `u${n}@example.com` };

export const kindOf = ({ dataFields }: UserRecord | EventTrackRequest): RecordKind =>
  dataFields?.['kind'] as RecordKind;

export async function* slowly<Entry>(entries: readonly Entry[]): AsyncGenerator<Entry> {
  for (const [place, entry] of entries.entries()) {
    if (place % 5 === 4) await new Promise(setImmediate);
    yield entry;
  }
}

/** What holds for any faults whatever. */
export function expectHonest(
  records: readonly object[],
  outcomes: readonly BatchOutcome[],
  stored: readonly number[],
): void {
  expect(outcomes.map(({ index }) => index)).toEqual(records.map((_, index) => index));
  const held = new Set(stored);
  for (const outcome of outcomes) {
    expect(outcome.record).toBe(records[outcome.index]);
    if (outcome.status === 'delivered') expect(held).toContain(outcome.index);
    if (outcome.status === 'failed' && !outcome.mayHaveArrived) {
      expect(held).not.toContain(outcome.index);
    }
  }
}
