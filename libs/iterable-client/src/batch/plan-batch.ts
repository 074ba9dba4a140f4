import type { BatchItem } from './batch-item.js';

/** How large a request may be. */
export interface BatchLimits {
  readonly records: number;
  /** Of the whole body. */
  readonly bytes: number;
  /** What the body has beside the records. */
  readonly frameBytes: number;
}

/** The next request, and what has to wait. */
export interface BatchPlan {
  readonly batch: BatchItem[];
  readonly rest: BatchItem[];
  /** Whether further records could not have made the request larger. */
  readonly full: boolean;
}

/**
 * Takes the next request's records from those that wait, in order. A record whose lane is busy, in
 * flight or further ahead in the queue, has to wait: it must neither overtake nor share a request.
 * One record is always taken where any may be, whatever its size.
 */
export function planBatch(
  waiting: readonly BatchItem[],
  limits: BatchLimits,
  busy: ReadonlySet<string>,
): BatchPlan {
  const batch: BatchItem[] = [];
  const rest: BatchItem[] = [];
  const taken = new Set<string>();
  let bytes = limits.frameBytes;
  let full = false;
  for (const [place, item] of waiting.entries()) {
    const { lane } = item;
    if (lane !== undefined && (busy.has(lane) || taken.has(lane))) {
      rest.push(item);
      continue;
    }
    const grown = bytes + item.bytes + (batch.length > 0 ? 1 : 0);
    if (batch.length >= limits.records || (batch.length > 0 && grown > limits.bytes)) {
      full = true;
      for (let each = place; each < waiting.length; each += 1)
        rest.push(waiting[each] as BatchItem);
      break;
    }
    batch.push(item);
    if (lane !== undefined) taken.add(lane);
    bytes = grown;
  }
  return { batch, rest, full: full || batch.length >= limits.records || bytes >= limits.bytes };
}
