import type { CallEffect } from '../errors/iterable-error.js';
import type { BatchItem } from './batch-item.js';
import type { BatchKind } from './batch-kind.js';
import { readBulkReply } from './bulk-reading.js';
import type { FailureList } from './failure-lists.js';
import { filteredFields } from './filtered-fields.js';
import { type Reconciled, reconcile } from './reconcile.js';
import type { Settlement } from './settlement.js';
import { splitBatch } from './split-batch.js';
import type { BatchPart, BatchVerdict } from './verdict.js';

/** A good reply, and what the attempts before it may have done. */
export interface RepliedPart {
  readonly kind: BatchKind;
  readonly part: BatchPart;
  readonly reply: unknown;
  readonly effect: CallEffect;
  readonly strictFields: boolean;
}

/** What follows from a reply. HTTP 200 proves nothing: the counts and lists have to. */
export function judgeReply({ kind, part, reply, effect, strictFields }: RepliedPart): BatchVerdict {
  const reading = readBulkReply(reply, kind.events);
  const reconciled = reconcile(part.items, reading);
  const filtered = filteredFields(part.items, reading.filteredOutFields);
  const settled: [BatchItem, Settlement][] = [];
  for (const item of reconciled.delivered) {
    const fields = filtered.get(item);
    const note = reconciled.noOps.has(item) ? 'no-op' : undefined;
    settled.push([item, strictFields && fields ? lost(fields) : delivered(fields, note)]);
  }
  for (const [item, list] of reconciled.failed) {
    const arrived = item.mayHaveArrived || effect === 'unknown';
    settled.push([item, listed(kind, list, arrived)]);
  }
  const { doubtful } = reconciled;
  if (doubtful.length === 1 && part.items.length === 1 && part.cause === 'resend') {
    return { settled: [...settled, [doubtful[0] as BatchItem, AMBIGUOUS]], again: [], open: [] };
  }
  return { settled, again: resend(part, reconciled), open: doubtful };
}

function resend(part: BatchPart, { doubtful, suspects, delivered }: Reconciled): BatchPart[] {
  if (doubtful.length === 0) return [];
  const sift = suspects.size > 0 && !part.sifted;
  // Without the failures that are known now, all others may be proven by one request. Where others
  // have been proven already, it is open which of these failed, and a request of all says no more.
  const cleared = delivered.length === 0 && doubtful.length < part.items.length;
  const parts = cleared && !sift ? [doubtful] : splitBatch(doubtful, sift ? suspects : undefined);
  const sifted = part.sifted || sift;
  return parts.map((items) => ({ items, cause: 'resend', halved: part.halved, sifted }));
}

const AMBIGUOUS: Settlement = {
  status: 'unknown',
  code: 'AMBIGUOUS_REPLY',
  reason: 'Iterable’s counts and lists contradict each other, even for the record alone.',
};

const delivered = (
  filteredOutFields: readonly string[] | undefined,
  note: 'no-op' | 'not-found' | undefined,
): Settlement => ({
  status: 'delivered',
  ...(filteredOutFields && { filteredOutFields }),
  ...(note && { note }),
});

const lost = (filteredOutFields: readonly string[]): Settlement => ({
  status: 'failed',
  code: 'FIELDS_FILTERED',
  reason: `Iterable dropped fields that it does not know: ${filteredOutFields.join(', ')}.`,
  retryable: false,
  mayHaveArrived: true,
  filteredOutFields,
});

function listed(
  { operation, notFound }: BatchKind,
  list: FailureList,
  arrived: boolean,
): Settlement {
  const { code, reason } = list;
  if (code === 'NOT_FOUND' && notFound === 'delivered') return delivered(undefined, 'not-found');
  const retryable = code === 'NOT_FOUND' ? notFound === 'retryable' : list.retryable;
  return {
    status: 'failed',
    code,
    reason: `${operation.name}: ${reason}.`,
    retryable,
    mayHaveArrived: arrived,
  };
}
