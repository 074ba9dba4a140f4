import type { StopReason, SyncSummary } from '@org/sync';
import { EXIT, type ExitCode } from '../exit-code.js';

const STOPPED: Readonly<Record<StopReason, ExitCode>> = {
  authentication: EXIT.authentication,
  unreachable: EXIT.unreachable,
  interrupted: EXIT.interrupted,
  source: EXIT.database,
};

/** The exit code that a run's summary means. */
export function exitCodeOf({ stopped, counts }: SyncSummary): ExitCode {
  if (stopped) return STOPPED[stopped.reason];
  return counts.failed + counts.partial > 0 ? EXIT.rowsFailed : EXIT.ok;
}
