import type { RunRecord, SyncRecord } from '@org/sync/ledger';
import { counted } from '../screen/counted.js';
import { showList } from '../screen/show-list.js';
import type { Table } from '../screen/table.js';
import type { View } from '../session/view.js';
import { runState } from './run-state.js';
import { runItem } from './run-item.js';
import type { Status } from './status-json.js';

/** Tells of syncs and of their last runs. */
export function tellStatus(
  { syncs, runs }: Status,
  { screen, verbose }: Pick<View, 'screen' | 'verbose'>,
): void {
  screen.table('INFO', syncTable(syncs));
  screen.line('INFO', '');
  const items = runs.map((run) => runItem(run, { several: syncs.length > 1, verbose }));
  showList(screen, 'INFO', { items });
  const ends = runs.flatMap(endLine);
  if (ends.length > 0) screen.line('INFO', '');
  for (const line of ends) screen.line('INFO', line);
  const failures = syncs.reduce((sum, sync) => sum + sync.failures, 0);
  if (failures === 0) return;
  screen.line('INFO', '');
  const were = failures === 1 ? 'was' : 'were';
  screen.line('INFO', `⚠ ${counted(failures, 'record')} ${were} not wholly delivered`);
  screen.line('INFO', '  iterable-sync failures lists them, with what to do');
}

function syncTable(syncs: readonly SyncRecord[]): Table {
  return {
    columns: [
      { title: 'Sync', narrow: 'cut' },
      { title: 'Records known', align: 'right' },
      { title: 'Failures open', align: 'right' },
    ],
    rows: syncs.map(({ sync, rows, failures }) => [
      sync,
      rows.toLocaleString('en-US'),
      { text: failures.toLocaleString('en-US'), look: failures > 0 ? 'bad' : 'good' },
    ]),
  };
}

/** What there is to say of a run that did not come to its end, unless that was asked for. */
function endLine(run: RunRecord): string[] {
  const { id, end, pid, host } = run;
  const name = `Run ${String(id)}`;
  const process = `process ${String(pid)} on ${host}`;
  const state = runState(run);
  if (state === 'running') return [`↻ ${name} goes on: ${process}`];
  if (state === 'killed') return [`✗ ${name} was killed: ${process}`];
  const { reason, detail } = end?.stopped ?? {};
  return detail === undefined || reason === 'limit' ? [] : [`✗ ${name} stopped: ${detail}`];
}
