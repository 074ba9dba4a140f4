import type { EnvironmentAuth } from '@org/auth';
import type { OperationStatistics } from '@org/iterable-client';
import type { RowRecord } from '@org/sync';
import { basename } from 'node:path';
import { rowReasons } from '../run/event-text.js';
import type { Narrator } from '../run/narrator.js';
import type { Results } from '../run/results.js';

/** Failure reasons shown one by one; the results file has them all. */
const SHOWN_REASONS = 10;

/** Tells the summary of a run. */
export function tellSummary(results: Results, narrator: Narrator): void {
  const { summary, files, auth, statistics } = results;
  const { counts } = summary;
  narrator.blank();
  narrator.info('INTEGRATION SUMMARY');
  narrator.info(`Total users processed: ${String(counts.rows - counts.notAttempted)}`);
  narrator.info(`✓ Successful (both API calls): ${String(counts.delivered)}`);
  narrator.info(`⚠ Partial failures (one call failed): ${String(counts.partial)}`);
  narrator.info(`✗ Total failures (both calls failed): ${String(counts.failed)}`);
  if (counts.unchanged > 0) narrator.info(`= Unchanged: ${String(counts.unchanged)}`);
  if (counts.skipped > 0) narrator.info(`- Nothing to send: ${String(counts.skipped)}`);
  if (counts.notAttempted > 0) {
    narrator.warning(`- Not attempted: ${String(counts.notAttempted)} of ${String(counts.rows)}`);
  }
  narrator.info(`✓ CSV Export: ${basename(files.csv)}`);
  narrator.info(authenticationLine(auth));
  for (const line of retryLines(statistics)) narrator.info(line);
  narrator.info(`✓ Results: ${basename(files.results)}`);
  for (const line of reasonLines(summary.failures)) narrator.warning(line);
}

function authenticationLine({ used, asked }: EnvironmentAuth): string {
  if (used === 'jwt') return '✓ Authentication: JWT';
  return asked === 'jwt'
    ? '⚠ Authentication: API key (JWT was asked for, and has no secret)'
    : '✓ Authentication: API key';
}

function retryLines(statistics: Readonly<Record<string, OperationStatistics>>): string[] {
  return Object.entries(statistics).flatMap(([operation, { retries, waitMs }]) => {
    const causes = Object.entries(retries).map(([cause, count]) => `${cause} × ${String(count)}`);
    if (causes.length === 0) return [];
    return [
      `↻ Retries of ${operation}: ${causes.join(', ')}, ${(waitMs / 1000).toFixed(1)} s waited`,
    ];
  });
}

/** Failures grouped by reason, the commonest first, each with an example. */
function reasonLines(failures: readonly RowRecord[]): string[] {
  const groups = new Map<string, { count: number; row: number }>();
  for (const record of failures) {
    for (const reason of rowReasons(record)) {
      const group = groups.get(reason);
      if (group) group.count += 1;
      else groups.set(reason, { count: 1, row: record.row });
    }
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.count - a.count);
  const lines = sorted
    .slice(0, SHOWN_REASONS)
    .map(
      ([reason, { count, row }]) => `  ${String(count)} × ${reason} (first: record ${String(row)})`,
    );
  const more = sorted.length - lines.length;
  return more > 0 ? [...lines, `  ${String(more)} more reasons: see the results file`] : lines;
}
