import { isLocked, lockPath, takeLock } from './lock-file.js';

/** The locks of a ledger's syncs, by their names. */
export interface SyncLocks {
  /** Gives what lets go of the lock, or nothing when another has it. */
  take(sync: string): (() => void) | undefined;
  isHeld(sync: string): boolean;
}

/** Locks that hold on this machine. */
export function fileLocks(ledgerPath: string): SyncLocks {
  return {
    take: (sync) => takeLock(lockPath(ledgerPath, sync)),
    isHeld: (sync) => isLocked(lockPath(ledgerPath, sync)),
  };
}

/** Locks of a ledger that nobody else can see. */
export function memoryLocks(): SyncLocks {
  const held = new Set<string>();
  return {
    take: (sync) => {
      if (held.has(sync)) return undefined;
      held.add(sync);
      return () => void held.delete(sync);
    },
    isHeld: (sync) => held.has(sync),
  };
}
