import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryCost, DeliveryJob } from '../lib/delivery-process.ts';
import type { Arrived } from '../lib/delivery-server.ts';
import { LATENCY_MS, LIMITS } from '../lib/iterable-limits.ts';
import { messageOf } from '../lib/processes.ts';
import type { Measurement, Suite } from '../lib/suite.ts';

const ROWS = 10_000;
const BATCH = 1000;
/** What is sent one call after another, and extrapolated. */
const FEW = 200;
const LONG = process.env['BENCH_LONG'] === '1';

interface Delivery extends Omit<DeliveryJob, 'url' | 'ledger'> {
  readonly ledger?: 'SQLite';
}

const DELIVERIES: readonly Delivery[] = [
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
    `runSync: profile and event of each row to a server that takes ${LATENCY_MS} ms a reply and ` +
    'answers 429 above the documented limits',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-delivery-'));
    const measurements: Measurement[] = [];
    try {
      for (const delivery of [...DELIVERIES, ...(LONG ? LONG_DELIVERIES : [])]) {
        const ledger = `sqlite:${join(folder, `${measurements.length}.db`)}`;
        measurements.push(await measure(delivery, ledger));
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    return { measurements, summary: SUMMARY };
  },
};

const SUMMARY = [
  'least s: of n requests, r of which may start a second, the last may start after floor((n - 1) / r) s;',
  `a row's event leaves when its profile is through, and each of the two takes ${LATENCY_MS} ms`,
  ...(LONG ? [] : ['BENCH_LONG=1 delivers 200,000 and 1,000,000 rows, too: about five minutes']),
];

async function measure(delivery: Delivery, file: string): Promise<Measurement> {
  const { way, rows, ledger } = delivery;
  const server = fork(new URL('../lib/delivery-server.ts', import.meta.url));
  try {
    const { port } = (await messageOf(server)) as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const job: DeliveryJob = { url, way, rows, ...(ledger && { ledger: file }) };
    const process = fork(new URL('../lib/delivery-process.ts', import.meta.url), [
      JSON.stringify(job),
    ]);
    const cost = (await messageOf(process)) as DeliveryCost;
    server.send('what has arrived?');
    const { records, refused } = (await messageOf(server)) as Arrived;
    if (cost.delivered !== rows || records !== 2 * rows) {
      throw new Error(`${cost.delivered} of ${rows} rows delivered, ${records} records arrived`);
    }
    const naive = way === 'one call after another';
    const times = naive ? ROWS / rows : 1;
    const least = leastSeconds(naive ? 'single' : way, rows * times);
    return {
      subject: way + (ledger ? `, ${ledger} ledger` : '') + (naive ? ` (from ${rows})` : ''),
      setting: `${(rows * times).toLocaleString('en-US')} rows`,
      figures: {
        s: round(cost.seconds * times),
        'rows ÷ limit, s': limitSeconds(naive ? 'single' : way, rows * times),
        'least s': round(least),
        '÷ least': round((cost.seconds * times) / least),
        '429s': refused,
        'CPU s': round(cost.cpuSeconds * times),
        'most MiB': Math.round(cost.mebibytes),
      },
    };
  } finally {
    server.kill();
  }
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
  (2 * LATENCY_MS) / 1000;

const round = (value: number): number => Number(value.toPrecision(4));
