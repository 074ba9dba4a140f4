import { LedgerError } from './ledger-error.js';

/** The error of who looks for a ledger where there is none. */
export function missingError(place: string): LedgerError {
  return new LedgerError('MISSING', `${place} is not there: the first run of a sync makes it`);
}
