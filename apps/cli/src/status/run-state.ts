import type { RunRecord } from '@org/sync/ledger';

/** How a run ended, or that it goes on. */
export type RunState = 'complete' | 'stopped' | 'killed' | 'running';

export function runState({ end, running }: Pick<RunRecord, 'end' | 'running'>): RunState {
  if (!end) return running ? 'running' : 'killed';
  return end.stopped ? 'stopped' : 'complete';
}
