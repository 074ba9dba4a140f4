import type { RunRecord, SyncRecord } from '@org/sync/ledger';
import type { Redact } from '../log/redactor.js';
import { runState } from './run-state.js';

/** What the ledger tells of syncs and their last runs. */
export interface Status {
  readonly ledgerFound: boolean;
  readonly syncs: readonly SyncRecord[];
  /** The newest first. */
  readonly runs: readonly RunRecord[];
}

/**
 * The status as `--json` gives it: see `schemas/status.schema.json`. `schemaVersion` changes when the
 * meaning of a field does.
 */
export function statusJson({ ledgerFound, syncs, runs }: Status, redact: Redact): object {
  return { schemaVersion: 1, ledgerFound, syncs, runs: runs.map((run) => runJson(run, redact)) };
}

function runJson(run: RunRecord, redact: Redact): object {
  const { id, sync, startedAt, end, pid, host } = run;
  const { stopped } = end ?? {};
  return {
    run: id,
    sync,
    state: runState(run),
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: end ? new Date(end.finishedAt).toISOString() : null,
    durationMs: end ? end.finishedAt - startedAt : null,
    stopped: stopped ? { reason: stopped.reason, detail: redact(stopped.detail) } : null,
    counts: end?.counts ?? null,
    process: { pid, host },
  };
}
