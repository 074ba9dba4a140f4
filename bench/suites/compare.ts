import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompareCost, CompareJob } from '../lib/compare-process.ts';
import { compare, PROMISED } from '../lib/comparison.ts';
import { messageOf } from '../lib/processes.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Suite } from '../lib/suite.ts';

const ROWS = 1_000_000;
const CHANGED = ROWS / 100;

/** How fast a run finds the few rows that have changed. */
export const suite: Suite = {
  name: 'compare',
  title: `runSync: ${ROWS.toLocaleString('en-US')} rows and a SQLite ledger, of which one percent has changed since the run before`,
  run: async ({ rounds }) => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-compare-'));
    try {
      const ledger = `sqlite:${join(folder, 'ledger.db')}`;
      const first = await run({ ledger, rows: ROWS, onePercentChanged: false });
      expectSent(first, ROWS, ROWS);
      const passes: CompareCost[] = [];
      for (let round = 0; round < Math.min(rounds, 5); round += 1) {
        // To and fro: what changed in one pass changes back in the next.
        const cost = await run({ ledger, rows: ROWS, onePercentChanged: round % 2 === 0 });
        expectSent(cost, CHANGED, 0);
        passes.push(cost);
      }
      return {
        measurements: [
          measurement('first run, all sent', [first]),
          measurement('1 % changed', passes),
        ],
        comparisons: [
          compare({
            what: '1 % changed',
            setting: '1,000,000 rows',
            unit: 'rows/s',
            better: 'more',
            ours: passes.map(({ seconds }) => ROWS / seconds),
            other: PROMISED,
            theirs: 100_000,
            atLeast: 1,
          }),
        ],
        summary: [
          `of 1,000,000 rows, the ${CHANGED.toLocaleString('en-US')} changed profiles were sent, and no event`,
        ],
      };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function run(job: CompareJob): Promise<CompareCost> {
  const path = new URL('../lib/compare-process.ts', import.meta.url);
  return (await messageOf(fork(path, [JSON.stringify(job)]))) as CompareCost;
}

function expectSent(
  { users, events, unchanged }: CompareCost,
  profiles: number,
  tracked: number,
): void {
  if (users === profiles && events === tracked && unchanged === ROWS - profiles) return;
  throw new Error(`${users} profiles and ${events} events were sent, ${unchanged} rows left alone`);
}

function measurement(subject: string, passes: readonly CompareCost[]) {
  const of = (figure: (cost: CompareCost) => number): number =>
    Math.round(median(passes.map(figure)));
  return {
    subject,
    setting: `${ROWS.toLocaleString('en-US')} rows`,
    figures: {
      'rows/s': of(({ seconds }) => ROWS / seconds),
      'rows/CPU s': of(({ cpuSeconds }) => ROWS / cpuSeconds),
      'most MiB': of(({ mebibytes }) => mebibytes),
    },
    noise: noise(passes.map(({ seconds }) => seconds)),
  };
}
