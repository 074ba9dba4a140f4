import type { EnvironmentAuth } from '@org/auth';
import type { OperationStatistics } from '@org/iterable-client';
import type { SyncSummary } from '@org/sync';
import { openSync, closeSync, fsyncSync, linkSync, unlinkSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { ExitCode } from '../exit-code.js';
import type { OutputFiles } from './output-files.js';

/** Everything that a run has to report. */
export interface Results {
  readonly summary: SyncSummary;
  readonly files: OutputFiles;
  readonly csv: { readonly rows: number; readonly bytes: number };
  readonly auth: EnvironmentAuth;
  /** What the client counted, by operation. */
  readonly statistics: Readonly<Record<string, OperationStatistics>>;
}

/** Writes the results file: whole or not at all, readable by its owner only. */
export function writeResults(
  results: Results,
  exitCode: ExitCode,
  secrets: readonly string[],
): void {
  const text = `${JSON.stringify(resultsJson(results, exitCode), null, 2)}\n`;
  const temporary = `${results.files.results}.tmp`;
  const file = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(
      file,
      secrets.reduce((json, secret) => json.replaceAll(secret, '[redacted]'), text),
    );
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    // A link fails where the name is taken; a rename would replace what is there.
    linkSync(temporary, results.files.results);
  } finally {
    unlinkSync(temporary);
  }
}

/** The results as they are written. `schemaVersion` changes when the meaning of a field does. */
export function resultsJson(results: Results, exitCode: ExitCode): object {
  const { summary, files, csv, auth, statistics } = results;
  const { stopped, ...told } = summary;
  return {
    schemaVersion: 1,
    sync: told.sync,
    exitCode,
    startedAt: told.startedAt,
    finishedAt: told.finishedAt,
    durationMs: told.durationMs,
    counts: told.counts,
    stopped: stopped ? { reason: stopped.reason, detail: stopped.detail } : null,
    csv: { file: basename(files.csv), rows: csv.rows, bytes: csv.bytes },
    authentication: {
      method: auth.used,
      asked: auth.asked,
      warnings: auth.warnings,
    },
    operations: statistics,
    failures: told.failures,
    failuresOmitted: told.failuresOmitted,
  };
}
