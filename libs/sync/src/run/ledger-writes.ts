import type { ComparedRow } from '../compare/compared-row.js';
import { fieldHashes } from '../compare/field-hashes.js';
import type { LedgerPart, LedgerResult, LedgerWrite } from '../ledger/ledger.js';
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

/** What the ledger is told of a row that was not to be sent. */
export function writeOf(row: ComparedRow, record: RowRecord): LedgerWrite {
  const { mapped, entry } = row;
  return {
    key: mapped.key ?? '',
    identity: mapped.identities[0] ?? entry?.identity ?? null,
    ...outcomeOf(row, record),
    fields: fieldHashes(mapped),
  };
}

/** What the ledger is told of a row after it was sent; `id` is that of its intent. */
export function resultOf(id: number, row: ComparedRow, record: RowRecord): LedgerResult {
  return { id, ...outcomeOf(row, record) };
}

function outcomeOf({ print, entry }: ComparedRow, { outcome, user, event }: RowRecord) {
  return {
    outcome,
    user: partOf(user, print.user, entry?.user ?? null),
    event: partOf(event, print.event, entry?.event ?? null),
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
