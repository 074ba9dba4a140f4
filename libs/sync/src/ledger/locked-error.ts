import type { RunRecord } from './ledger.js';
import { LedgerError } from './ledger-error.js';

/** The error of a run that finds another at work: the last one that was entered. */
export function lockedError(sync: string, last: RunRecord | undefined): LedgerError {
  if (!last) {
    return new LedgerError('LOCKED', `"${sync}" is being run by another process: try again later`);
  }
  const { id: run, pid, host, startedAt } = last;
  const since = new Date(startedAt).toISOString();
  return new LedgerError(
    'LOCKED',
    `"${sync}" is being run by process ${String(pid)} on ${host}, since ${since}: wait until it is done, or end that process`,
    { holder: { run, pid, host, startedAt } },
  );
}
