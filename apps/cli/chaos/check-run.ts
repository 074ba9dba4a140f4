import { isDeepStrictEqual } from 'node:util';
import { countEvents, holdingsOf, holdsProfile } from './expected.ts';
import type { LedgerView } from './ledger-entries.ts';
import type { Outcome, Results, Run } from './run-once.ts';
import type { World } from './world.ts';

/** Exit codes of runs that came to their summary, and so have written it. */
const WITH_RESULTS: readonly (number | null)[] = [0, 1, 3, 5];
/** All exit codes that trouble may lead to. */
const EXPECTED: readonly (number | null)[] = [0, 1, 4, 5, 130, null];
const SENT: readonly Outcome[] = ['delivered', 'partial', 'failed'];

/** What is wrong with a run by itself: its exit code, and the books in its results. */
export function checkResults({ exitCode, results, tail }: Run, rows: number): string[] {
  const problems: string[] = [];
  if (!EXPECTED.includes(exitCode)) problems.push(`exit code ${String(exitCode)}: ${tail}`);
  if (!results) {
    if (WITH_RESULTS.includes(exitCode))
      problems.push(`no results, exit code ${String(exitCode)}: ${tail}`);
    return problems;
  }
  const { counts, csv, failures, failuresOmitted } = results;
  const { rows: counted, ...outcomes } = counts;
  const sum = Object.values(outcomes).reduce((total, count) => total + count, 0);
  if (sum !== counted) problems.push(`outcomes add up to ${sum}, rows are ${counted}`);
  if (counted !== rows) problems.push(`the results count ${counted} rows of ${rows}`);
  if (csv.rows !== rows) problems.push(`the CSV has ${csv.rows} rows of ${rows}`);
  if (exitCode !== null && exitCode !== results.exitCode) {
    problems.push(`exit code ${exitCode}, in the results ${results.exitCode}`);
  }
  if (failures.length + failuresOmitted !== counts.failed + counts.partial) {
    problems.push(`${failures.length} failures listed and ${failuresOmitted} omitted`);
  }
  return problems;
}

/** Where a run's results and the ledger disagree, and the results don't say that they may. */
export function checkLedger(
  { counts, run, stopped, notices }: Results,
  ledger: LedgerView,
): string[] {
  const told = stopped?.reason === 'ledger' || notices.some(({ code }) => code === 'LEDGER');
  if (told) return [];
  const problems: string[] = [];
  if (run === null || run !== ledger.lastRun?.id) {
    problems.push(`the results are of run ${run}, the ledger's last is ${ledger.lastRun?.id}`);
  }
  if (!isDeepStrictEqual(ledger.lastRun?.counts, counts)) {
    problems.push(`counts: ledger ${JSON.stringify(ledger.lastRun?.counts)}`);
  }
  const written = [...ledger.entries.values()].filter((entry) => entry.run === run);
  for (const outcome of SENT) {
    const entered = written.filter((entry) => entry.outcome === outcome).length;
    if (entered !== counts[outcome]) {
      problems.push(`${outcome}: ${counts[outcome]} in the results, ${entered} in the ledger`);
    }
  }
  return problems;
}

/**
 * Rows that the ledger calls delivered and the sandbox does not hold. `since` is the last run before
 * the data changed: what was entered up to it may be of earlier data.
 */
export function checkNothingLost(world: World, ledger: LedgerView, since: number): string[] {
  const held = holdingsOf(world);
  const problems: string[] = [];
  for (const [person, entry] of ledger.entries) {
    if (entry.outcome !== 'delivered' || entry.run <= since || entry.gone) continue;
    const profile = holdsProfile(held, person, person.profile);
    const events = countEvents(held, person, person.event, world.base);
    if (profile && events === 1) continue;
    problems.push(
      `row ${person.id} is delivered in the ledger; profile ${String(profile)}, events ${events}`,
    );
  }
  return problems;
}
