import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownSync, Session } from './backend.js';
import type { NewRun, RunRecord } from './ledger.js';
import { LedgerError } from './ledger-error.js';
import { lockedError } from './locked-error.js';
import { enterRun, lastRun } from './run-records.js';
import { enterSync } from './syncs.js';

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 500;

/** What there is once a run has its lock. */
export interface Begun {
  readonly id: number;
  readonly sync: KnownSync;
  /** The run before, where it was killed. */
  readonly killed: RunRecord | undefined;
}

/**
 * Takes the lock and enters the run.
 *
 * @throws LedgerError `LOCKED` when it isn't free within the session's patience
 */
export async function beginRun(session: Session, run: NewRun): Promise<Begun> {
  const start = performance.now();
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await tryToBegin(session, run);
    } catch (error) {
      const locked = error instanceof LedgerError && error.code === 'LOCKED';
      const over = performance.now() - start + pauseMs > session.lockPatienceMs;
      if (!locked || over) throw error;
    }
    await sleep(pauseMs);
  }
}

/**
 * In one transaction, which those who want the same sync go through one by one: whoever finds the lock
 * taken finds the run that took it, too.
 */
function tryToBegin(session: Session, run: NewRun): Promise<Begun> {
  return session.db.transaction().execute(async (transaction) => {
    const sync = await enterSync(transaction, run.sync);
    const free = await session.tryLock(transaction, sync);
    const last = await lastRun(transaction, sync);
    if (!free) throw lockedError(run.sync, last);
    const by = { pid: process.pid, host: hostname() };
    const id = await enterRun(transaction, sync, { ...run, ...by });
    return { id, sync, killed: last?.end ? undefined : last };
  });
}
