import type { Ledger } from '@org/sync/ledger';
import { statSync } from 'node:fs';

/**
 * Opens the ledger where there is one. Makes none.
 *
 * @throws LedgerError where it is there and can't be opened
 */
export async function findLedger(url: string): Promise<Ledger | undefined> {
  // What reads a ledger is loaded only where there is one.
  if (isMissingFile(url)) return undefined;
  const { openLedgerIfThere } = await import('./open-ledger-if-there.js');
  return openLedgerIfThere(url);
}

function isMissingFile(url: string): boolean {
  const [, path] = /^sqlite:(?!:memory:$)(.+)$/.exec(url) ?? [];
  if (path === undefined) return false;
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    // Who opens it says what stands in the way.
    return false;
  }
}
