export { IdSet } from './id-set.js';
export type {
  Ledger,
  LedgerEntry,
  LedgerPart,
  LedgerReader,
  LedgerResult,
  LedgerRun,
  LedgerWrite,
  NewRun,
  RunEnd,
  RunRecord,
  SyncRecord,
} from './ledger.js';
export { LedgerError, type LedgerErrorCode, type LockHolder } from './ledger-error.js';
export type { LedgerOptions } from './ledger-options.js';
export { openLedger } from './open-ledger.js';
