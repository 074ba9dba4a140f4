import type { Screen } from '../screen/screen.js';
import { showList, type ListItem } from '../screen/show-list.js';
import type { Look } from '../screen/style.js';
import type { Cell } from '../screen/table.js';
import type { CheckResult } from './examination.js';
import type { CheckStatus } from './finding.js';

/** Columns that the longest name takes, its sign included. */
const HEAD = 20;

const LOOKS: Readonly<Record<CheckStatus, Look>> = {
  ok: 'good',
  warning: 'warn',
  failed: 'bad',
  skipped: 'faint',
};

/** What is shown of checks. */
export interface ShownChecks {
  /** What those tell that are fine. */
  readonly verbose: boolean;
  /** Only those that failed. */
  readonly quiet: boolean;
}

/** Shows a check that is done. */
export function showCheck(
  screen: Screen,
  check: CheckResult,
  { verbose, quiet }: ShownChecks,
): void {
  const { name, sync, ofSeveral, status, found, advice, details } = check;
  const look = LOOKS[status];
  const head: Cell = { text: `${signOf(screen, status)} ${name}`.padEnd(HEAD), look };
  const told = status === 'skipped' ? `skipped (${found})` : found;
  const [first = '', ...more] = (ofSeveral && sync !== undefined ? `${sync}: ${told}` : told).split(
    '\n',
  );
  const below = (text: string, how?: Look): ListItem => ({
    head: ''.padEnd(HEAD),
    texts: [how ? { text, look: how } : text],
  });
  const faint = status === 'skipped' ? ({ text: first, look: 'faint' } as const) : first;
  showList(screen, quiet && status === 'failed' ? 'ERROR' : 'INFO', {
    items: [
      { head, texts: [faint] },
      ...more.map((line) => below(line)),
      ...(verbose ? details.map((line) => below(line, 'faint')) : []),
      ...(advice === undefined ? [] : [below(`-> ${advice}`, 'accent')]),
    ],
  });
}

function signOf({ style: { symbols } }: Screen, status: CheckStatus): string {
  const { ok, warn, bad, dot } = symbols;
  return { ok, warning: warn, failed: bad, skipped: dot }[status];
}
