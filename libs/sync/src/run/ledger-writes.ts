import type { ComparedRow } from '../compare/compared-row.js';
import { fieldHashes } from '../compare/fingerprint.js';
import type { LedgerPart, LedgerWrite } from '../ledger/ledger.js';
import type { CallResult, RowRecord } from '../outcome.js';

/** What the ledger is told of a row before it is sent. */
export function intentOf(row: ComparedRow): LedgerWrite {
  const { mapped, print, entry, send } = row;
  const part = (name: 'user' | 'event'): LedgerPart | null =>
    send[name]
      ? { hash: print[name] ?? '', status: 'sending', attempts: 0 }
      : (entry?.[name] ?? null);
  return {
    key: mapped.key ?? '',
    identity: mapped.identities[0] ?? entry?.identity ?? null,
    outcome: null,
    user: part('user'),
    event: part('event'),
    fields: fieldHashes(mapped),
  };
}

/** What the ledger is told of a row after it. `fields` are those of the intent, where there was one. */
export function resultOf(
  { mapped, print, entry }: ComparedRow,
  record: RowRecord,
  fields: string,
): LedgerWrite {
  return {
    key: mapped.key ?? '',
    identity: mapped.identities[0] ?? entry?.identity ?? null,
    outcome: record.outcome,
    user: partOf(record.user, print.user, entry?.user ?? null),
    event: partOf(record.event, print.event, entry?.event ?? null),
    fields,
  };
}

function partOf(
  result: CallResult,
  hash: string | undefined,
  before: LedgerPart | null,
): LedgerPart | null {
  switch (result.status) {
    case 'delivered':
      return { hash: hash ?? '', status: 'delivered', attempts: result.attempts };
    case 'failed': {
      const { reason, code, attempts, retryable, mayHaveArrived } = result;
      const facts = { reason, code, attempts, retryable, mayHaveArrived };
      return { hash: hash ?? '', status: 'failed', ...facts };
    }
    case 'not-sent':
      return { hash: hash ?? '', status: 'not-sent', reason: result.reason, attempts: 0 };
    case 'unchanged':
    case 'skipped':
    case 'none':
      return before;
    default:
      return result satisfies never;
  }
}
