import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BatchItem } from './batch-item.js';
import { planBatch } from './plan-batch.js';

const item = (index: number, bytes: number, lane: string | undefined): BatchItem => ({
  index,
  record: undefined,
  text: '',
  bytes,
  user: '',
  eventName: undefined,
  lane,
  mayHaveArrived: false,
});

const lane = fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined });
const queue = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50 }), lane), { maxLength: 30 })
  .map((entries) => entries.map(([bytes, own], index) => item(index, bytes, own)));
const limits = fc.record({
  records: fc.integer({ min: 1, max: 10 }),
  bytes: fc.integer({ min: 10, max: 200 }),
  frameBytes: fc.integer({ min: 2, max: 20 }),
});
const busy = fc.subarray(['a', 'b', 'c', 'd']).map((lanes) => new Set(lanes));

it('loses no record and keeps the order', () => {
  fc.assert(
    fc.property(queue, limits, busy, (waiting, most, lanes) => {
      const { batch, rest } = planBatch(waiting, most, lanes);
      expect([...batch, ...rest].sort((a, b) => a.index - b.index)).toEqual(waiting);
      for (const part of [batch, rest]) {
        expect(part.map(({ index }) => index)).toEqual(
          part.map(({ index }) => index).sort((a, b) => a - b),
        );
      }
    }),
  );
});

it('keeps to the limits, but for a record that is too large alone', () => {
  fc.assert(
    fc.property(queue, limits, busy, (waiting, most, lanes) => {
      const { batch } = planBatch(waiting, most, lanes);
      const bytes = batch.reduce((sum, each) => sum + each.bytes, most.frameBytes);
      expect(batch.length).toBeLessThanOrEqual(most.records);
      if (batch.length > 1) expect(bytes + batch.length - 1).toBeLessThanOrEqual(most.bytes);
    }),
  );
});

it('takes each lane once, never a busy one, and lets no record overtake its own lane', () => {
  fc.assert(
    fc.property(queue, limits, busy, (waiting, most, lanes) => {
      const { batch, rest } = planBatch(waiting, most, lanes);
      const taken = batch.flatMap((each) => each.lane ?? []);
      expect(new Set(taken).size).toBe(taken.length);
      for (const each of batch) {
        expect(lanes.has(each.lane ?? '')).toBe(false);
        const overtaken = rest.filter(
          (other) => other.lane !== undefined && other.lane === each.lane,
        );
        expect(overtaken.every(({ index }) => index > each.index)).toBe(true);
      }
    }),
  );
});

it('is full exactly where another record could not have come along', () => {
  fc.assert(
    fc.property(queue, limits, busy, (waiting, most, lanes) => {
      const { batch, full } = planBatch(waiting, most, lanes);
      const bytes = batch.reduce((sum, each) => sum + each.bytes, most.frameBytes + batch.length);
      const takeable = waiting.filter(({ lane: own }) => own === undefined || !lanes.has(own));
      if (takeable.length > 0) expect(batch.length).toBeGreaterThan(0);
      if (!full) {
        expect(batch.length).toBeLessThan(most.records);
        expect(bytes).toBeLessThanOrEqual(most.bytes);
      }
    }),
  );
});

it.each<[string, [number, string?][], number, number, number[], boolean]>([
  ['nothing waits', [], 3, 100, [], false],
  ['there is room for more', [[10], [10]], 3, 100, [0, 1], false],
  ['there are as many as may be', [[10], [10], [10]], 3, 100, [0, 1, 2], true],
  ['there is one more than may be', [[10], [10], [10], [1]], 3, 100, [0, 1, 2], true],
  ['the next would be too much', [[40], [40], [40]], 9, 100, [0, 1], true],
  // 8 for the frame, 1 for the comma.
  ['the bytes are as many as may be', [[40], [51]], 9, 100, [0, 1], true],
  ['there is a byte left', [[40], [50]], 9, 100, [0, 1], false],
  ['there is a byte too much', [[40], [52]], 9, 100, [0], true],
  ['the first alone has as many as may be', [[92]], 9, 100, [0], true],
  ['the first alone leaves a byte', [[91]], 9, 100, [0], false],
  ['the first alone is too much', [[200], [1]], 9, 100, [0], true],
  ['others wait for their lane', [[10, 'a'], [10, 'a'], [10, 'busy'], [10]], 9, 100, [0, 3], false],
  ['records have no lane', [[10], [10, 'a'], [10]], 9, 100, [0, 1, 2], false],
])('where %s, it takes what it may and says whether it is full', (...row) => {
  const [, entries, records, bytes, places, full] = row;
  const waiting = entries.map(([size, own], index) => item(index, size, own));
  const plan = planBatch(waiting, { records, bytes, frameBytes: 8 }, new Set(['busy']));
  expect(plan.batch.map(({ index }) => index)).toEqual(places);
  expect(plan.rest).toEqual(waiting.filter(({ index }) => !places.includes(index)));
  expect(plan.full).toBe(full);
});
