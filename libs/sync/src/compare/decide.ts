import type { LedgerEntry, LedgerPart } from '../ledger/ledger.js';
import type { MappedRow } from '../map-row.js';
import type { Change, ComparedRow, Selection } from './compared-row.js';
import type { Fingerprint } from './fingerprint.js';

type Decision = Pick<ComparedRow, 'change' | 'send'>;

const NOTHING = { user: false, event: false } as const;

/** What is to be done with a row that can be sent, from what is known of it. */
export function decide(
  { due }: Pick<MappedRow, 'due'>,
  print: Fingerprint,
  known: LedgerEntry | undefined,
  selection: Selection,
): Decision {
  if (!due.user && !due.event) return { change: 'nothing', send: NOTHING };
  const entry = known?.gone ? undefined : known;
  const open = {
    user: due.user && !isDelivered(entry?.user, print.user),
    event: due.event && !isDelivered(entry?.event, print.event),
  };
  if (selection === 'failed' && !hasFailed(entry)) return { change: 'unselected', send: NOTHING };
  if (selection === 'all')
    return { change: open.user || open.event ? name() : 'repeat', send: due };
  return open.user || open.event
    ? { change: name(), send: open }
    : { change: 'unchanged', send: NOTHING };

  function name(): Change {
    if (!entry) return 'new';
    const differs =
      (due.user && entry.user?.hash !== print.user) ||
      (due.event && entry.event?.hash !== print.event);
    return differs ? 'changed' : 'retry';
  }
}

function isDelivered(part: LedgerPart | null | undefined, hash: string | undefined): boolean {
  return part?.status === 'delivered' && part.hash === hash;
}

/** Whether the last sending of a row left anything open. */
function hasFailed(entry: LedgerEntry | undefined): boolean {
  return [entry?.user, entry?.event].some((part) => part != null && part.status !== 'delivered');
}
