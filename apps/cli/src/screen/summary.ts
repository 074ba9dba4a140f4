import type { EnvironmentAuth } from '@org/auth';
import type { GoneSummary } from '@org/sync';
import { basename } from 'node:path';
import { adviceFor } from '../run/advice.js';
import type { Narrator } from '../run/narrator.js';
import type { Reason } from '../run/reason-tally.js';
import type { Results } from '../run/results.js';
import { callsTable } from './calls-table.js';

/** Failure reasons shown one by one. */
const SHOWN_REASONS = 10;

/** What the summary tells besides the results. */
export interface SummaryExtras {
  readonly reasons: readonly Reason[];
  /** Whether the results file was written. */
  readonly written: boolean;
}

/** Tells the summary of a run. */
export function tellSummary(
  results: Results,
  { reasons, written }: SummaryExtras,
  narrator: Narrator,
): void {
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
  if (summary.gone && summary.gone.rows > 0) narrator.warning(goneLine(summary.gone));
  if (summary.stopped) narrator.warning(`✗ Stopped early: ${summary.stopped.detail}`);
  narrator.info(`✓ CSV Export: ${basename(files.csv)}`);
  narrator.info(authenticationLine(auth));
  for (const { message, code } of summary.notices) {
    if (code !== 'GONE') narrator.warning(`⚠ ${message}`);
  }
  if (written) narrator.info(`✓ Results: ${basename(files.results)}`);
  else narrator.warning('✗ Results: not written');
  if (Object.keys(statistics).length > 0) {
    narrator.heading('INFO', 'Calls to Iterable, waits added up');
    narrator.table('INFO', callsTable(statistics));
  }
  tellReasons(reasons, results.failures.path, narrator);
}

function goneLine({ rows, handled, failed, reason }: GoneSummary): string {
  const dealtWith = handled > 0 ? `, ${String(handled)} dealt with` : '';
  const why = reason === undefined ? '' : ` (${reason})`;
  const left = failed > 0 ? `, ${String(failed)} failed${why}` : '';
  return `- Left the query since they were delivered: ${String(rows)}${dealtWith}${left}`;
}

function authenticationLine({ used, asked }: EnvironmentAuth): string {
  if (used === 'jwt') return '✓ Authentication: JWT';
  return asked === 'jwt'
    ? '⚠ Authentication: API key (JWT was asked for, and has no secret)'
    : '✓ Authentication: API key';
}

/** Failures by reason, the commonest first, each with an example and with what can be done. */
function tellReasons(
  reasons: readonly Reason[],
  path: string | undefined,
  narrator: Narrator,
): void {
  if (reasons.length === 0) return;
  narrator.heading('WARNING', 'Why records were not wholly delivered');
  for (const reason of reasons.slice(0, SHOWN_REASONS)) {
    const { count, operation, code, text, first } = reason;
    const record = `record ${String(first.row)}`;
    narrator.warning(`✗ ${count.toLocaleString('en-US')} × ${code} (${operation})`);
    narrator.table('WARNING', {
      columns: [{}, { narrow: 'wrap' }],
      indent: 2,
      rows: [
        ['Reason', text],
        ['First', first.identifier === undefined ? record : `${record}, ${first.identifier}`],
        ['Advice', adviceFor(reason)],
      ],
    });
  }
  const more = reasons.length - SHOWN_REASONS;
  if (more > 0) narrator.warning(`✗ ${String(more)} more reasons`);
  if (path !== undefined) narrator.warning(`✗ All failures, with reasons: ${basename(path)}`);
}
