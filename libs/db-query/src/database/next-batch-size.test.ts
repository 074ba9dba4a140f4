import { expect, test } from 'vitest';
import { nextBatchSize } from './next-batch-size.js';

const limits = { batchSize: 1000, batchBytes: 100_000 };

test.each([
  ['small rows: all that a batch may have', 500, { rows: 500, bytes: 5000 }, 1000],
  ['a first few small rows: not everything at once', 64, { rows: 64, bytes: 640 }, 512],
  ['rows of 1 kB: as many as fit', 64, { rows: 64, bytes: 64_000 }, 100],
  ['rows that became large: fewer', 1000, { rows: 1000, bytes: 10_000_000 }, 10],
  ['rows larger than a batch: one by one', 64, { rows: 64, bytes: 64_000_000 }, 1],
  ['rows without columns', 64, { rows: 64, bytes: 0 }, 512],
])('%s', (_, asked, got, size) => {
  expect(nextBatchSize(asked, got, limits)).toBe(size);
});
