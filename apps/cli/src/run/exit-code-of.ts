import type { StopReason, SyncSummary } from '@org/sync';
import { EXIT, type ExitCode } from '../exit-code.js';

const STOPPED: Readonly<Record<StopReason, ExitCode>> = {
  authentication: EXIT.authentication,
  unreachable: EXIT.unreachable,
  interrupted: EXIT.interrupted,
  source: EXIT.database,
  ledger: EXIT.database,
  // As many rows were sent as were asked for.
  limit: EXIT.ok,
  'max-failures': EXIT.rowsFailed,
  guard: EXIT.rowsFailed,
  'field-types': EXIT.usage,
  refused: EXIT.rowsFailed,
};

/** The exit code that a run's summary means. */
export function exitCodeOf({ stopped, counts, gone }: SyncSummary): ExitCode {
  const code = stopped ? STOPPED[stopped.reason] : EXIT.ok;
  return code === EXIT.ok && counts.failed + counts.partial + (gone?.failed ?? 0) > 0
    ? EXIT.rowsFailed
    : code;
}
