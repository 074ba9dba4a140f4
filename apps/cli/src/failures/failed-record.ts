import type { LedgerEntry, LedgerPart } from '@org/sync/ledger';

/** A part of a record that was not delivered when it was last sent. */
export interface FailedPart {
  readonly part: 'user' | 'event';
  readonly code: string;
  readonly reason: string;
  readonly attempts: number;
  readonly retryable: boolean;
  readonly mayHaveArrived: boolean;
}

/** A record that was not wholly delivered when it was last sent. */
export interface FailedRecord {
  readonly sync: string;
  readonly key: string;
  /** Whom it is about, where that is known and may be told. */
  readonly identity: { readonly email: string } | { readonly userId: string } | null;
  /** `sending`: the run goes on, or was killed. */
  readonly outcome: string;
  readonly run: number;
  /** Whether it has left the query since. */
  readonly gone: boolean;
  readonly parts: readonly FailedPart[];
}

/** What the ledger knows of a record that was not wholly delivered. */
export function failedRecord(sync: string, entry: LedgerEntry): FailedRecord {
  const { key, identity, outcome, run, gone, user, event } = entry;
  const parts = [partOf('user', user), partOf('event', event)].filter((part) => part !== undefined);
  const [, kind, value = ''] = /^(email|userId):(.*)$/s.exec(identity ?? '') ?? [];
  const whom = kind === 'email' ? { email: value } : { userId: value };
  return {
    sync,
    key,
    identity: kind === undefined ? null : whom,
    outcome: outcome ?? 'sending',
    run,
    gone,
    parts,
  };
}

/** What is said of a part in whose sending a run was killed. */
const SENDING = 'It was being sent: the run goes on, or was killed before the reply came';

function partOf(part: FailedPart['part'], known: LedgerPart | null): FailedPart | undefined {
  if (!known || known.status === 'delivered') return undefined;
  const sending = known.status === 'sending';
  return {
    part,
    code: known.code ?? (sending ? 'SENDING' : 'NOT_SENT'),
    reason: known.reason ?? (sending ? SENDING : ''),
    attempts: known.attempts,
    // What was never sent, or whose reply never came, is sent again like what may succeed.
    retryable: known.retryable ?? true,
    mayHaveArrived: known.mayHaveArrived ?? sending,
  };
}
