import type { BatchItem } from '../src/batch/batch-item.js';
import type { BulkReading } from '../src/batch/bulk-reading.js';
import { readBulkReply } from '../src/batch/bulk-reading.js';
import type { BatchKind } from '../src/batch/batch-kind.js';
import { batchKinds } from '../src/batch/batch-kinds.js';
import { makeItem } from '../src/batch/make-item.js';

export const USERS: BatchKind = batchKinds['users.updateMany'];
export const EVENTS: BatchKind = batchKinds['events.trackMany'];

/** Records as a run holds them. */
export function itemsOf(kind: BatchKind, records: readonly object[]): BatchItem[] {
  return records.map((record, index) => {
    const made = makeItem(kind, index, record, Infinity);
    if ('failure' in made) throw new Error(made.failure.reason);
    return made.item;
  });
}

/** Users `a`, `b`, … as items. */
export const usersNamed = (names: string): BatchItem[] =>
  itemsOf(
    USERS,
    [...names].map((name) => ({ email: `${name}@example.com` })),
  );

/** A reply with some of its fields. */
export function readingOf(
  successCount: number,
  failCount: number,
  more: object = {},
  events = false,
): BulkReading {
  return readBulkReply({ successCount, failCount, ...more }, events);
}

/** The records' places. */
export const places = (items: Iterable<BatchItem>): number[] =>
  Array.from(items, ({ index }) => index);
