import type { IdSet } from '../ledger/id-set.js';
import type { LedgerRun } from '../ledger/ledger.js';
import type { DeliveryContext } from '../deliver/delivery-context.js';
import type { GoneSummary } from './gone.js';
import { emptied } from './guards.js';
import type { ResolvedRunOptions } from './run-options.js';
import type { RunState } from './run-state.js';
import { settleGone } from './settle-gone.js';

/** A run that has seen every row. */
export interface CompleteRun {
  readonly options: Pick<ResolvedRunOptions<never>, 'gone' | 'guards'>;
  /** Name of the sync. */
  readonly sync: string;
  readonly ledger: LedgerRun;
  readonly state: RunState;
  readonly delivery: DeliveryContext;
  /** Rows that the query returned. */
  readonly read: number;
  /** Entries whose rows came. */
  readonly seen: IdSet;
  /** Takes what is known of rows that have left, as it becomes known. */
  tell(this: void, gone: GoneSummary): void;
}

/** Finds the rows that have left the query, tells of them, and does what is to be done about them. */
export async function findGone(run: CompleteRun): Promise<void> {
  const { options, sync, ledger, state, delivery, read, seen } = run;
  const { gone, guards } = options;
  const tell = gone === 'ignore' ? () => undefined : run.tell;
  const known = await ledger.count();
  const problem = guards.allowEmpty ? undefined : emptied(read, known);
  if (problem !== undefined) return state.stop('guard', problem);
  const rows = known - seen.size;
  tell({ rows, handled: 0, failed: 0 });
  if (rows === 0) return;
  if (gone !== 'ignore') {
    const message = `The ledger knows ${String(rows)} rows that the query does not return any more.`;
    state.notice({ code: 'GONE', message });
  }
  tell(await settleGone({ run: delivery, sync, gone, ledger, seen, rows }));
}
