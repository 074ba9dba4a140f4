import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';
import { fileStamp } from '../log/timestamp.js';

/** The files that a run leaves, under one stamp. */
export interface OutputFiles {
  readonly csv: string;
  readonly results: string;
  /** Every record that was not wholly delivered; there only where one was not. */
  readonly failures: string;
}

/** Path of the CSV of a run that starts now. */
export function csvPath(folder: string, now: Date): string {
  return join(folder, `query_results_${fileStamp(now)}.csv`);
}

/** The files of a run whose CSV is there: the results have its stamp, and its suffix if it got one. */
export function outputFiles(csv = ''): OutputFiles {
  const file = (name: string): string =>
    join(dirname(csv), basename(csv).replace(/^query_results_(.+)\.csv$/, name));
  return {
    csv,
    results: file('integration_results_$1.json'),
    failures: file('integration_failures_$1.ndjson'),
  };
}

/**
 * Makes sure that files can be written to a folder, by making one there and taking it away again.
 *
 * @throws CliError when they can't
 */
export function requireWritableFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(mkdtempSync(join(folder, '.iterable-sync-')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(
      'OUTPUT_DIR',
      EXIT.usage,
      `OUTPUT_DIR ${folder} can't be written (${code ?? 'unknown error'}); name a folder that you may write to`,
      { cause: error },
    );
  }
}
