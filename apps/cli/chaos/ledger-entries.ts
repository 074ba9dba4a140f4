import { openLedger, type LedgerEntry } from '@org/sync/ledger';
import type { People, Person } from './people.ts';

const SYNC = 'recent_engagement';
const MOST_KEYS = 1000;

/** What a ledger says after a run. */
export interface LedgerView {
  readonly entries: ReadonlyMap<Person, LedgerEntry>;
  /** Entries that are not gone. */
  readonly count: number;
  /** The last run: its number, and its counts where it came to an end. */
  readonly lastRun?: { readonly id: number; readonly counts?: object };
}

/** Reads a ledger. */
export async function readLedger(url: string, people: People): Promise<LedgerView> {
  await using ledger = await openLedger(url);
  const reader = ledger.read(SYNC);
  const entries = new Map<Person, LedgerEntry>();
  for (let at = 0; at < people.all.length; at += MOST_KEYS) {
    const some = people.all.slice(at, at + MOST_KEYS);
    const found = await reader.find(some.map(({ id }) => String(id)));
    found.forEach((entry, index) => {
      const person = some[index];
      if (entry && person) entries.set(person, entry);
    });
  }
  const [run] = await ledger.runs({ sync: SYNC, limit: 1 });
  return {
    entries,
    count: await reader.count(),
    ...(run && { lastRun: { id: run.id, ...(run.end && { counts: run.end.counts }) } }),
  };
}
