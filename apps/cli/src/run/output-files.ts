import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';
import { fileStamp } from '../log/timestamp.js';

/** The files that a run leaves, under one stamp. */
export interface OutputFiles {
  readonly csv: string;
  readonly results: string;
}

/** Absolute paths for the files of a run that starts now; a stamp that is taken gets a suffix. */
export function outputFiles(folder: string, now: Date): OutputFiles {
  const stamp = fileStamp(now);
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? stamp : `${stamp}_${String(copy)}`;
    const files = {
      csv: join(folder, `query_results_${suffix}.csv`),
      results: join(folder, `integration_results_${suffix}.json`),
    };
    if (!existsSync(files.csv) && !existsSync(files.results)) return files;
  }
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
