import { expect, test } from 'vitest';
import { nextBatchSize } from './next-batch-size.js';

const limits = { batchSize: 1000, batchBytes: 100_000 };

/** The server took longer than the rows of the batch before lasted. */
const WAITING = { waitedMs: 10, usedMs: 1 };
const EVEN = { waitedMs: 1.5, usedMs: 1 };
const BUSY = { waitedMs: 1, usedMs: 10 };
const FIRST = { waitedMs: 10, usedMs: Infinity };

test.each([
  ['rows that are waited for: more', 500, { rows: 500, bytes: 5000, ...WAITING }, 1000],
  ['… up to what a batch may have', 900, { rows: 900, bytes: 9000, ...WAITING }, 1000],
  ['rows that come in time: as many again', 500, { rows: 500, bytes: 5000, ...EVEN }, 500],
  ['rows that lie about: fewer', 500, { rows: 500, bytes: 5000, ...BUSY }, 250],
  ['… but not one by one', 64, { rows: 64, bytes: 640, ...BUSY }, 64],
  ['the first rows: nothing is known of the consumer', 64, { rows: 64, bytes: 640, ...FIRST }, 64],
  ['rows of 1 kB: as many as fit', 64, { rows: 64, bytes: 64_000, ...WAITING }, 100],
  ['rows that became large: fewer', 1000, { rows: 1000, bytes: 10_000_000, ...WAITING }, 10],
  ['rows larger than a batch: one by one', 64, { rows: 64, bytes: 64_000_000, ...WAITING }, 1],
  ['rows that became small: not all at once', 1, { rows: 1, bytes: 10, ...EVEN }, 8],
  ['rows without columns', 64, { rows: 64, bytes: 0, ...WAITING }, 128],
])('%s', (_, asked, got, size) => {
  expect(nextBatchSize(asked, got, limits)).toBe(size);
});
