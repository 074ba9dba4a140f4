import { basename } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Results } from './results.js';

/**
 * Why a run that came to its end, or was asked to end, is no success; nothing where it is one, or where
 * an error of its own has told so.
 */
export function exitLine({ summary, failures }: Results, exitCode: ExitCode): string | undefined {
  const { counts, gone, stopped } = summary;
  const of = `of ${records(counts.rows)}`;
  if (exitCode === EXIT.interrupted) {
    const left = `${String(counts.notAttempted)} ${of} were not attempted`;
    return `error[INTERRUPTED]: stopped by a signal; ${left}, and the next run sends them`;
  }
  if (exitCode !== EXIT.rowsFailed || (stopped && stopped.reason !== 'limit')) return undefined;
  const parts = [
    `${String(counts.failed + counts.partial)} ${of} were not wholly delivered`,
    ...(gone && gone.failed > 0
      ? [`${records(gone.failed)} that left the query could not be dealt with`]
      : []),
    ...(failures.path === undefined ? [] : [`see ${basename(failures.path)}`]),
  ];
  return `error[ROWS_FAILED]: ${parts.join('; ')}`;
}

function records(count: number): string {
  return count === 1 ? '1 record' : `${String(count)} records`;
}
