import type { EnvironmentAuth } from '@org/auth';
import type { OperationStatistics } from '@org/iterable-client';
import type { SyncSummary } from '@org/sync';
import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CliError } from '../errors/cli-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
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

/**
 * Writes the results file: whole or not at all, readable by its owner only. Gives the error that
 * kept it from being written, since the summary must be told all the same.
 */
export function writeResults(
  results: Results,
  exitCode: ExitCode,
  secrets: readonly string[],
): CliError | undefined {
  const json = `${JSON.stringify(resultsJson(results, exitCode), null, 2)}\n`;
  const text = secrets.reduce((whole, secret) => whole.replaceAll(secret, '[redacted]'), json);
  try {
    writeNew(results.files.results, text);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return new CliError(
      'RESULTS',
      EXIT.usage,
      `The results can't be written to ${results.files.results} (${code ?? String(error)}). ` +
        'The run itself is over: its summary is above, and the log has every record.',
      { cause: error },
    );
  }
}

function writeNew(path: string, text: string): void {
  const temporary = `${path}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o600, flush: true });
    // A link fails where the name is taken; a rename would replace what is there.
    linkSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
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
