import { isAuthenticationFailure, isOutage } from '../deliver/call-failure.js';
import type { DeliveryContext } from '../deliver/delivery-context.js';
import type { EventPayload } from '../define-sync.js';
import { eventId } from '../event-id.js';
import type { IdSet } from '../ledger/id-set.js';
import type { LedgerEntry, LedgerRun } from '../ledger/ledger.js';
import type { GoneOption, GoneRow, GoneSummary } from './gone.js';

/** What dealing with rows that have left the query needs. */
export interface SettleGone {
  readonly run: DeliveryContext;
  /** Name of the sync. */
  readonly sync: string;
  readonly gone: GoneOption;
  readonly ledger: LedgerRun;
  /** Entries whose rows came. */
  readonly seen: IdSet;
  /** How many there are whose rows did not. */
  readonly rows: number;
}

/** Entries to a transaction. */
const PAGE = 500;

/** Does what is to be done about rows that have left the query. */
export async function settleGone(input: SettleGone): Promise<GoneSummary> {
  const { run, rows, ledger, seen, gone } = input;
  let handled = 0;
  let reason: string | undefined;
  const because = (why: string): void => void (reason ??= why);
  const settle =
    typeof gone === 'string'
      ? (page: readonly LedgerEntry[]) => Promise.resolve(page.map(({ id }) => id))
      : 'event' in gone
        ? trackGone(gone.event, input, because)
        : unsubscribeGone(gone, input, because);
  let page: LedgerEntry[] = [];
  const turn = async (): Promise<void> => {
    const ids = await settle(page);
    page = [];
    await ledger.markGone(ids);
    handled += ids.length;
  };
  for await (const entry of ledger.missing(seen)) {
    if (run.stopped()) break;
    if (page.push(entry) === PAGE) await turn();
  }
  if (page.length > 0) await turn();
  if (typeof gone === 'string') return { rows, handled: 0, failed: 0 };
  return { rows, handled, failed: rows - handled, ...(reason !== undefined && { reason }) };
}

/** Gives the ids of the entries that were dealt with. */
type Settle = (page: readonly LedgerEntry[]) => Promise<number[]>;

/** Calls side by side. */
const SIDE_BY_SIDE = 50;

function trackGone(
  make: (row: GoneRow) => EventPayload,
  { run, sync }: SettleGone,
  because: (why: string) => void,
): Settle {
  const { client, signal } = run;
  const track = async (entry: LedgerEntry): Promise<number[]> => {
    const row = goneRow(entry);
    // There is nobody to tell of it.
    if (!row) return [entry.id];
    if (run.stopped()) return [];
    try {
      const event = make(row);
      // Whoever leaves again gets another event.
      const id = event.id ?? eventId(`${sync} gone ${String(entry.run)}`, entry.key, event);
      await client.events.track({ ...event, id }, { signal });
      return [entry.id];
    } catch (error) {
      // It stays in the ledger as it is, and the next run tries again.
      heed(error, run);
      because(error instanceof Error ? error.message : String(error));
      return [];
    }
  };
  return async (page) => {
    const ids: number[] = [];
    for (let at = 0; at < page.length; at += SIDE_BY_SIDE) {
      ids.push(...(await Promise.all(page.slice(at, at + SIDE_BY_SIDE).map(track))).flat());
    }
    return ids;
  };
}

/** Ends the run where all others would fail like this one. */
function heed(error: unknown, { circuit, stop }: DeliveryContext): void {
  if (isAuthenticationFailure(error)) stop('authentication', error.message, error);
  if (!isOutage(error)) return circuit.answered();
  circuit.unanswered();
  if (circuit.open) stop('unreachable', 'Iterable gave no answer about rows that have left');
}

function unsubscribeGone(
  { unsubscribe: { listId } }: Extract<GoneOption, { readonly unsubscribe: unknown }>,
  { run: { client, signal } }: SettleGone,
  because: (why: string) => void,
): Settle {
  return async (page) => {
    const rows = page.map(goneRow).filter((row) => row !== undefined);
    const ids = new Map(page.map(({ key, id }) => [key, id]));
    const keys = new Map<object, string>();
    const records = rows.map(({ key, ...identified }) => {
      keys.set(identified, key);
      return identified;
    });
    // There is nobody to unsubscribe for the others.
    const done = page.filter((entry) => goneRow(entry) === undefined).map(({ id }) => id);
    try {
      const outcomes = client.lists?.unsubscribeMany(listId, records, { signal }) ?? [];
      for await (const outcome of outcomes) {
        const id = ids.get(keys.get(outcome.record) ?? '');
        if (outcome.status !== 'delivered') because(outcome.reason);
        else if (id !== undefined) done.push(id);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return done;
  };
}

function goneRow({ key, identity }: LedgerEntry): GoneRow | undefined {
  const [, kind, value] = /^(email|userId):(.*)$/s.exec(identity ?? '') ?? [];
  if (value === undefined) return undefined;
  return kind === 'email' ? { key, email: value } : { key, userId: value };
}
