import type { LedgerEntry } from '../ledger/ledger.js';
import type { MappedRow } from '../map-row.js';
import type { CallFailure } from '../outcome.js';
import type { Fingerprint } from './fingerprint.js';

/**
 * How a row stands to what the ledger knows of it.
 * - `new`: nothing is known of it, or it had left the query
 * - `changed`: it differs from what was sent last
 * - `retry`: it is the same, and was not wholly delivered
 * - `repeat`: it is the same and was delivered; all rows are sent
 * - `unchanged`: it is the same and was delivered
 * - `unselected`: only rows that failed are sent, and it did not
 * - `nothing`: the sync has nothing to send for it
 * - `refused`: it can't be sent
 */
export type Change =
  'new' | 'changed' | 'retry' | 'repeat' | 'unchanged' | 'unselected' | 'nothing' | 'refused';

/** A row, and what is to be done with it. */
export interface ComparedRow {
  readonly mapped: MappedRow;
  readonly print: Fingerprint;
  readonly entry?: LedgerEntry | undefined;
  readonly change: Change;
  /** Which calls are to be made. */
  readonly send: { readonly user: boolean; readonly event: boolean };
  /** Another row has this key: the ledger can keep only one of them, and it is not this. */
  readonly double?: true;
  /** Why the row, or one part of it, can't be sent. */
  readonly refused?: { readonly user?: CallFailure; readonly event?: CallFailure };
}

/** Which rows are sent: those that are not delivered as they are, all, or those that failed. */
export type Selection = 'changed' | 'all' | 'failed';
