import type { LedgerEntry, LedgerPart, LedgerWrite, RunEnd } from '../../src/ledger/index.js';

export const delivered: LedgerPart = { hash: 'h', status: 'delivered', attempts: 1 };

/** The counts of a run. */
export const COUNTS: RunEnd['counts'] = {
  rows: 3,
  delivered: 1,
  partial: 1,
  failed: 1,
  unchanged: 0,
  skipped: 0,
  notAttempted: 0,
};

/** An entry to write, delivered where nothing else is said. */
export function entry(key: string, rest: Partial<LedgerWrite> = {}): LedgerWrite {
  return {
    key,
    identity: `email:${key}@example.com`,
    outcome: 'delivered',
    user: delivered,
    event: null,
    fields: 'f',
    ...rest,
  };
}

/** So many entries, of keys with a number at the end. */
export function entries(count: number, rest: Partial<LedgerWrite> = {}): LedgerWrite[] {
  return Array.from({ length: count }, (_, index) => entry(`key-${String(index)}`, rest));
}

export async function collect(stream: AsyncIterable<LedgerEntry>): Promise<LedgerEntry[]> {
  const all: LedgerEntry[] = [];
  for await (const each of stream) all.push(each);
  return all;
}

/** What became of a call that Iterable refused. */
const failed: LedgerPart = {
  hash: 'g',
  status: 'failed',
  attempts: 3,
  reason: 'Iterable says "no"',
  code: 'TIMEOUT',
  retryable: true,
  mayHaveArrived: false,
};

/** An entry of each kind. */
export const everything: readonly LedgerWrite[] = [
  entry('delivered', { user: delivered, event: delivered }),
  entry('twice', { user: { ...delivered, attempts: 2 } }),
  entry('partial', { outcome: 'partial', event: failed }),
  entry('failed', { outcome: 'failed', user: failed, event: failed }),
  entry('not sent', {
    outcome: 'notAttempted',
    user: { hash: 'h', status: 'not-sent', reason: 'the run stopped', attempts: 0 },
  }),
  entry('sending', { outcome: null, user: { hash: 'h', status: 'sending', attempts: 0 } }),
  entry('skipped', { outcome: 'skipped', user: null, identity: null, fields: '' }),
  entry('unchanged', { outcome: 'unchanged' }),
];
