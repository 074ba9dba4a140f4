import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryCost, DeliveryJob } from '../lib/delivery-process.ts';
import type { Arrived } from '../lib/delivery-server.ts';
import { compare, type Comparison } from '../lib/comparison.ts';
import { LATENCY_MS, LIMITS } from '../lib/iterable-limits.ts';
import { messageOf } from '../lib/processes.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Measurement, Suite, SuiteSettings } from '../lib/suite.ts';

const ROWS = 10_000;
const BATCH = 1000;
/** What is sent one call after another, and extrapolated. */
const FEW = 200;
const LONG = process.env['BENCH_LONG'] === '1';

interface Delivery extends Omit<DeliveryJob, 'url' | 'ledger'> {
  readonly ledger?: 'SQLite';
  /** Whether only waiting takes time: then the machine doesn't matter, and once is enough. */
  readonly virtual?: true;
}

const DELIVERIES: readonly Delivery[] = [
  { way: 'one call after another', rows: ROWS, virtual: true },
  { way: 'single', rows: ROWS, virtual: true },
  { way: 'bulk', rows: ROWS, virtual: true },
  { way: 'bulk', rows: 1_000_000, virtual: true },
  { way: 'one call after another', rows: FEW },
  { way: 'single', rows: ROWS },
  { way: 'single', rows: ROWS, ledger: 'SQLite' },
  { way: 'bulk', rows: ROWS },
  { way: 'bulk', rows: ROWS, ledger: 'SQLite' },
];
const LONG_DELIVERIES: readonly Delivery[] = [200_000, 1_000_000].map((rows) => ({
  way: 'bulk',
  rows,
  ledger: 'SQLite',
}));

/** How near a run comes to Iterable's limits. */
export const suite: Suite = {
  name: 'delivery',
  title:
    `runSync: profile and event of each row to an Iterable that takes ${LATENCY_MS} ms a reply and ` +
    'answers 429 above the documented limits',
  run: async ({ rounds }: SuiteSettings) => {
    const load = loadavg()[0] ?? Number.NaN;
    const folder = await mkdtemp(join(tmpdir(), 'bench-delivery-'));
    const done: Done[] = [];
    try {
      for (const delivery of [...DELIVERIES, ...(LONG ? LONG_DELIVERIES : [])]) {
        // What takes two seconds only is disturbed by anything.
        const short = delivery.way === 'bulk' && delivery.rows === ROWS && !delivery.virtual;
        const times = short ? Math.min(rounds, 5) : 1;
        const runs: Run[] = [];
        for (let round = 0; round < times; round += 1) {
          const file = join(folder, `${done.length}-${round}.db`);
          const way = delivery.virtual ? deliverVirtually : deliver;
          runs.push(await way(delivery, `sqlite:${file}`));
        }
        done.push({ delivery, runs });
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    return {
      measurements: done.map(({ delivery, runs }) => measurement(delivery, runs)),
      comparisons: comparisons(done.filter(({ delivery }) => delivery.virtual)),
      summary: [...SUMMARY, loadLine(load)],
    };
  },
};

const SUMMARY = [
  'virtual s: in one process, by a clock that only waiting takes forward; else to a server in a process of its own;',
  'least s: of n requests, r of which may start a second, the last may start after floor((n - 1) / r) s;',
  `first the fields are asked for, a row's event leaves when its profile is through, and each takes ${LATENCY_MS} ms`,
  ...(LONG ? [] : ['BENCH_LONG=1 delivers 200,000 and 1,000,000 rows, too: about five minutes']),
];

const loadLine = (load: number): string =>
  `${load.toFixed(1)} processes wanted the ${availableParallelism()} cores when it began; above that, seconds are the machine's`;

interface Done {
  readonly delivery: Delivery;
  readonly runs: readonly Run[];
}

/** What one run took, and how many requests were over the limit. */
type Run = DeliveryCost & Pick<Arrived, 'refused'>;

async function deliver(delivery: Delivery, file: string): Promise<Run> {
  const server = fork(new URL('../lib/delivery-server.ts', import.meta.url));
  try {
    const { port } = (await messageOf(server)) as AddressInfo;
    const cost = await costOf(delivery, file, `http://127.0.0.1:${port}`);
    server.send('what has arrived?');
    return checked(delivery, cost, (await messageOf(server)) as Arrived);
  } finally {
    server.kill();
  }
}

async function deliverVirtually(delivery: Delivery, file: string): Promise<Run> {
  const cost = await costOf(delivery, file);
  return checked(delivery, cost, cost.arrived ?? { records: 0, refused: 0 });
}

async function costOf(
  { way, rows, ledger }: Delivery,
  file: string,
  url?: string,
): Promise<DeliveryCost> {
  const job: DeliveryJob = { ...(url && { url }), way, rows, ...(ledger && { ledger: file }) };
  const path = new URL('../lib/delivery-process.ts', import.meta.url);
  return (await messageOf(fork(path, [JSON.stringify(job)]))) as DeliveryCost;
}

function checked({ rows }: Delivery, cost: DeliveryCost, { records, refused }: Arrived): Run {
  if (cost.delivered === rows && records === 2 * rows) return { ...cost, refused };
  throw new Error(`${cost.delivered} of ${rows} rows delivered, ${records} records arrived`);
}

function measurement({ way, rows, ledger, virtual }: Delivery, runs: readonly Run[]): Measurement {
  const naive = way === 'one call after another';
  const times = naive ? ROWS / rows : 1;
  const from = times > 1 ? ` (from ${rows})` : '';
  const paced = naive ? 'single' : way;
  const least = leastSeconds(paced, rows * times);
  const seconds = median(runs.map((run) => run.seconds)) * times;
  return {
    subject: way + (ledger ? `, ${ledger} ledger` : '') + from,
    setting: `${(rows * times).toLocaleString('en-US')} rows${virtual ? ', virtual s' : ''}`,
    figures: {
      s: round(seconds),
      'rows ÷ limit, s': limitSeconds(paced, rows * times),
      'least s': round(least),
      '÷ least': round(seconds / least),
      '429s': runs.reduce((sum, { refused }) => sum + refused, 0),
      'CPU s': round(median(runs.map(({ cpuSeconds }) => cpuSeconds)) * times),
      'most MiB': Math.round(Math.max(...runs.map(({ mebibytes }) => mebibytes))),
    },
    noise: noise(runs.map((run) => run.seconds)),
  };
}

/**
 * What was promised, by a clock that only waiting takes forward: single delivery within 5 % of the
 * documented limit, and so a million rows in bulk; few in bulk within 10 % of the least that it takes.
 */
function comparisons(done: readonly Done[]): Comparison[] {
  const naive = done.find(({ delivery }) => delivery.way === 'one call after another');
  return done.flatMap(({ delivery: { way, rows }, runs }) => {
    if (way === 'one call after another') return [];
    const common = {
      what: `${way}, ${rows.toLocaleString('en-US')} rows`,
      unit: 's',
      better: 'less' as const,
      ours: runs.map(({ seconds }) => seconds),
    };
    const few = way === 'bulk' && rows === ROWS;
    const promise = compare({
      ...common,
      other: few ? 'the least that it takes' : "Iterable's limit",
      theirs: few ? leastSeconds(way, rows) : limitSeconds(way, rows),
      atLeast: few ? 1 / 1.1 : 1 / 1.05,
    });
    if (naive === undefined || rows !== ROWS) return [promise];
    const theirs = median(naive.runs.map(({ seconds }) => seconds));
    return [promise, compare({ ...common, other: 'one call after another', theirs })];
  });
}

/** The operations of a way, with how many requests they take and may take a second. */
function operations(way: 'single' | 'bulk', rows: number): { n: number; r: number }[] {
  const names = {
    single: ['users/update', 'events/track'],
    bulk: ['users/bulkUpdate', 'events/trackBulk'],
  };
  const n = way === 'single' ? rows : Math.ceil(rows / BATCH);
  return names[way].map((name) => ({ n, r: LIMITS[name] ?? Number.NaN }));
}

const limitSeconds = (way: 'single' | 'bulk', rows: number): number =>
  Math.max(...operations(way, rows).map(({ n, r }) => n / r));

const leastSeconds = (way: 'single' | 'bulk', rows: number): number =>
  Math.max(...operations(way, rows).map(({ n, r }) => Math.floor((n - 1) / r))) +
  (3 * LATENCY_MS) / 1000;

const round = (value: number): number => Number(value.toPrecision(4));
