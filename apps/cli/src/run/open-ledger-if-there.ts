import { LedgerError, openLedger, type Ledger } from '@org/sync/ledger';

/**
 * Opens a ledger that is there; makes none.
 *
 * @throws LedgerError where it is there and can't be opened
 */
export async function openLedgerIfThere(url: string): Promise<Ledger | undefined> {
  try {
    return await openLedger({ url, create: false });
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'MISSING') return undefined;
    throw error;
  }
}
