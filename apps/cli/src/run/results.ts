import type { EnvironmentAuth } from '@org/auth';
import type { OperationStatistics } from '@org/iterable-client';
import type { CsvResult } from '@org/csv-export';
import type { SyncSummary } from '@org/sync';
import { constants, copyFileSync, linkSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ExitCode } from '../exit-code.js';
import type { Log } from '../log/log.js';
import { redactor } from '../log/redactor.js';
import type { WrittenFailures } from './failure-file.js';
import type { OutputFiles } from './output-files.js';
import { redactedRecord } from './redacted-record.js';

/** Everything that a run has to report. */
export interface Results {
  readonly summary: SyncSummary;
  readonly files: OutputFiles;
  readonly csv: Pick<CsvResult, 'rows' | 'bytes' | 'warnings'>;
  readonly auth: EnvironmentAuth;
  /** The file of all failures. */
  readonly failures: WrittenFailures;
  /** What the client counted, by operation. */
  readonly statistics: Readonly<Record<string, OperationStatistics>>;
}

/** What goes into the results file besides the results. */
export interface ResultsContext {
  readonly exitCode: ExitCode;
  readonly log: Pick<Log, 'file' | 'failure'>;
  /** Texts that must never be written. */
  readonly secrets: readonly string[];
}

/**
 * Writes the results file: whole or not at all, readable by its owner only. Gives what kept it from
 * being written, since the run is over and its summary must be told all the same.
 */
export function writeResults(results: Results, context: ResultsContext): string | undefined {
  const text = `${JSON.stringify(resultsJson(results, context), null, 2)}\n`;
  try {
    writeNew(results.files.results, text);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return `the results can't be written to ${results.files.results} (${code ?? String(error)})`;
  }
}

function writeNew(path: string, text: string): void {
  const temporary = `${path}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o600, flush: true });
    try {
      // A link fails where the name is taken; a rename would replace what is there.
      linkSync(temporary, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
      // Some file systems have no links.
      copyFileSync(temporary, path, constants.COPYFILE_EXCL);
    }
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * The results as they are written: see `schemas/results.schema.json`. `schemaVersion` changes when the
 * meaning of a field does.
 */
export function resultsJson(results: Results, context: ResultsContext): object {
  const { exitCode, log, secrets } = context;
  const redact = redactor(secrets);
  const { summary, files, csv, auth, statistics, failures } = results;
  const { stopped, ...told } = summary;
  return {
    schemaVersion: 1,
    sync: told.sync,
    exitCode,
    startedAt: told.startedAt,
    finishedAt: told.finishedAt,
    durationMs: told.durationMs,
    run: told.run ?? null,
    delivery: told.delivery ?? null,
    counts: told.counts,
    gone: told.gone ?? null,
    notices: told.notices,
    stopped: stopped ? { reason: stopped.reason, detail: redact(stopped.detail) } : null,
    csv: {
      file: basename(files.csv),
      rows: csv.rows,
      bytes: csv.bytes,
      warnings: csv.warnings,
    },
    log: { file: log.file, complete: log.failure === undefined },
    authentication: {
      method: auth.used,
      asked: auth.asked,
      warnings: auth.warnings,
    },
    operations: statistics,
    failures: told.failures.map((record) => redactedRecord(record, redact)),
    failuresOmitted: told.failuresOmitted,
    failuresFile: failures.path === undefined ? null : basename(failures.path),
  };
}
