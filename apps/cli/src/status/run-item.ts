import type { RunRecord } from '@org/sync/ledger';
import { timestamp } from '../log/timestamp.js';
import { shortTime } from '../screen/short-time.js';
import type { ListItem } from '../screen/show-list.js';
import type { Cell } from '../screen/table.js';
import { runState } from './run-state.js';

/** What of the runs is told. */
export interface RunItemOptions {
  /** Whether they may be of different syncs. */
  readonly several: boolean;
  readonly verbose: boolean;
}

/** A run in a list: when, how long, how it ended, and what became of its records. */
export function runItem(run: RunRecord, { several, verbose }: RunItemOptions): ListItem {
  const { id, sync, startedAt, end, pid, host } = run;
  return {
    head: `Run ${String(id)}`,
    texts: [
      ...(several ? [sync] : []),
      `${timestamp(new Date(startedAt))} UTC`,
      end ? runTime(end.finishedAt - startedAt) : '',
      endCell(run),
      countsText(end?.counts),
      ...(verbose ? [`process ${String(pid)} on ${host}`] : []),
    ],
  };
}

function endCell(run: RunRecord): Cell {
  const reason = run.end?.stopped?.reason;
  if (reason === 'limit') return reason;
  const state = runState(run);
  if (state === 'complete') return { text: state, look: 'good' };
  if (state === 'running') return { text: state, look: 'accent' };
  return { text: reason ?? state, look: 'bad' };
}

/** Runs of a moment are told in seconds too, so that times are easily compared. */
function runTime(milliseconds: number): string {
  return milliseconds < 1000 ? `${(milliseconds / 1000).toFixed(1)} s` : shortTime(milliseconds);
}

type Counts = NonNullable<RunRecord['end']>['counts'];

const OUTCOMES: Readonly<Record<Exclude<keyof Counts, 'rows'>, string>> = {
  delivered: 'delivered',
  partial: 'partial',
  failed: 'failed',
  unchanged: 'unchanged',
  skipped: 'skipped',
  notAttempted: 'not attempted',
};

/** The outcomes that there were. */
function countsText(counts: Counts | undefined): string {
  if (!counts) return '';
  const parts = (Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[])
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome].toLocaleString('en-US')} ${OUTCOMES[outcome]}`);
  return parts.length === 0 ? 'no records' : parts.join(', ');
}
