import type { LedgerRun } from '../ledger/ledger.js';
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
  const hold = await ledger?.begin({ sync: sync.name, startedAt: now() });
  const run = new SyncRun(resolved, hold);
  try {
    await run.drive();
    const summary = run.close();
    return withEnd(summary, await entered(summary, hold));
  } finally {
    // What was done stands; a lock that can't be let go of is freed when the process ends.
    await hold?.[Symbol.asyncDispose]().catch(() => undefined);
  }
}

/** Enters the end of a run in its ledger; gives what kept it from being entered. */
async function entered(
  { finishedAt, counts, stopped }: SyncSummary,
  hold: LedgerRun | undefined,
): Promise<{ readonly error: unknown } | undefined> {
  const end = stopped && { stopped: { reason: stopped.reason, detail: stopped.detail } };
  try {
    await hold?.end({ finishedAt: Date.parse(finishedAt), counts, ...end });
    return undefined;
  } catch (error) {
    return { error };
  }
}

/** The summary must not be lost with its entry; the next run takes this one for killed. */
function withEnd(
  summary: SyncSummary,
  failure: { readonly error: unknown } | undefined,
): SyncSummary {
  if (!failure) return summary;
  const { error } = failure;
  const message = error instanceof Error ? error.message : String(error);
  const detail = `the end of the run could not be entered in the ledger: ${message}`;
  const { stopped, notices } = summary;
  if (stopped && stopped.reason !== 'limit') {
    return { ...summary, notices: [...notices, { code: 'LEDGER', message: detail }] };
  }
  return { ...summary, stopped: { reason: 'ledger', detail, error } };
}
