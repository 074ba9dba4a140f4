import type { SyncSummary } from '../sync-summary.js';
import { resolveRunOptions } from './resolve-run-options.js';
import type { RunSyncOptions } from './run-options.js';
import { SyncRun } from './sync-run.js';

/**
 * Delivers rows to Iterable and accounts for every one of them. Given a ledger, only rows are sent
 * that are not delivered as they are, a killed run is taken up where it ended, and one run of a sync
 * goes at a time.
 *
 * The promise rejects only for misuse, for a ledger that can't be had, for an error of `onEvent` itself
 * and when the books don't balance; whatever happens to rows, credentials or the source is told in the
 * summary.
 *
 * @throws TypeError for options that are unknown, out of range or don't go together, before anything
 * is read
 * @throws LedgerError `LOCKED` where another run of the sync is going on, and others of the ledger
 * @throws SyncError `ACCOUNTING` when a row would vanish
 */
export async function runSync<Row>(options: RunSyncOptions<Row>): Promise<SyncSummary> {
  const resolved = resolveRunOptions(options);
  const { ledger, sync, now } = resolved;
  await using hold = await ledger?.begin({ sync: sync.name, startedAt: now() });
  const run = new SyncRun(resolved, hold);
  await run.drive();
  const summary = run.close();
  const { counts, stopped } = summary;
  const end = stopped && { stopped: { reason: stopped.reason, detail: stopped.detail } };
  try {
    await hold?.end({ finishedAt: Date.parse(summary.finishedAt), counts, ...end });
    return summary;
  } catch (error) {
    // The summary must not be lost with the entry: the next run takes this one for killed.
    const detail = `the end of the run could not be entered in the ledger: ${String(error)}`;
    return { ...summary, stopped: stopped ?? { reason: 'ledger', detail, error } };
  }
}
