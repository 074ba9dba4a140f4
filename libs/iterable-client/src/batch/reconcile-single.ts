import { isDisallowed } from './attribute.js';
import type { BatchItem } from './batch-item.js';
import type { BulkReading } from './bulk-reading.js';
import { DISALLOWED, type FailureList, UNLISTED } from './failure-lists.js';
import type { Reconciled } from './reconcile.js';

const NOTHING: Reconciled = {
  delivered: [],
  failed: new Map(),
  doubtful: [],
  suspects: new Set(),
  noOps: new Set(),
};

/**
 * What became of a record that was sent alone: then a failure is its own, whatever identifier the
 * lists have. Counts that contradict the lists, or each other, still prove nothing.
 */
export function reconcileSingle(item: BatchItem, reading: BulkReading): Reconciled {
  const { successCount, failCount, listed } = reading;
  const lists = listed.map(({ list }) => list);
  if (successCount + failCount === 1) {
    if (isDisallowed(item, reading)) return { ...NOTHING, failed: new Map([[item, DISALLOWED]]) };
    if (failCount === 1) return { ...NOTHING, failed: new Map([[item, likeliest(item, reading)]]) };
    if (lists.every(({ names }) => names === 'unclear')) {
      const noOp = lists.some(({ code }) => code === 'NO_OP');
      return { ...NOTHING, delivered: [item], noOps: new Set(noOp ? [item] : []) };
    }
  }
  return { ...NOTHING, doubtful: [item] };
}

/** The list that has the record's own identifier, or else any, or else none. */
function likeliest({ user }: BatchItem, { listed }: BulkReading): FailureList {
  const own = listed.filter(({ users }) => users.includes(user));
  const found = [...own, ...listed];
  const clear = found.find(({ list }) => list.names !== 'unclear') ?? found[0];
  return clear?.list ?? UNLISTED;
}
