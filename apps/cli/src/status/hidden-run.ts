import type { RunRecord } from '@org/sync/ledger';
import { ownEnd } from '../log/own-end.js';

/** A run without what others said of its end, in which users may be named. */
export function hiddenRun(run: RunRecord): RunRecord {
  const { end } = run;
  if (!end?.stopped) return run;
  const { stopped } = end;
  return { ...run, end: { ...end, stopped: { ...stopped, detail: ownEnd(stopped) } } };
}
