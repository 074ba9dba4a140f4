import { IterableClient } from '@org/iterable-client';
import { type DeliveryMode, runSync } from '@org/sync';
import { openLedger } from '@org/sync/ledger';
import { type Arrived, SimulatedIterable } from '../../tools/simulation/simulated-iterable.ts';
import { VirtualClock } from '../../tools/simulation/virtual-clock.ts';
import { LATENCY_MS, LIMITS } from './iterable-limits.ts';
import { memberRows, members } from './members.ts';

/** What is to be delivered, and how. */
export interface DeliveryJob {
  /** Where Iterable is; without it, it is in this process, and only waiting takes time. */
  readonly url?: string;
  readonly way: DeliveryMode | 'one call after another';
  readonly rows: number;
  /** `sqlite:…`; without one nothing is remembered. */
  readonly ledger?: string;
}

/** What it took. */
export interface DeliveryCost {
  readonly seconds: number;
  /** CPU time of this process, its garbage collector included. */
  readonly cpuSeconds: number;
  readonly delivered: number;
  /** The most memory that this process ever had, Node and the libraries included. */
  readonly mebibytes: number;
  /** What came to Iterable, where it was in this process. */
  readonly arrived?: Arrived;
}

/** The client of a way to Iterable, and what goes with it. */
interface Way {
  readonly client: IterableClient;
  readonly clock?: VirtualClock;
  readonly arrived?: () => Arrived;
}

const [job = ''] = process.argv.slice(2);
const { url, way, rows, ledger } = JSON.parse(job) as DeliveryJob;
const { client, clock, arrived } = url === undefined ? virtually() : really(url);
const opened = ledger === undefined ? undefined : await openLedger(ledger);

const cpu = process.cpuUsage();
const now = clock?.now ?? (() => performance.now());
const start = now();
const work = () => (way === 'one call after another' ? naively() : engine(way));
const delivered = await (clock ? clock.run(work) : work());
const seconds = (now() - start) / 1000;
await opened?.close();
const { user, system } = process.cpuUsage(cpu);
const cost: DeliveryCost = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  delivered,
  mebibytes: process.resourceUsage().maxRSS / 1024,
  ...(arrived && { arrived: arrived() }),
};
process.send?.(cost, () => process.exit());

function really(baseUrl: string): Way {
  return { client: new IterableClient({ apiKey: 'a-key', baseUrl }) };
}

function virtually(): Way {
  const clock = new VirtualClock();
  const iterable = new SimulatedIterable({ clock, latencyMs: LATENCY_MS, limits: LIMITS });
  const { now, sleep } = clock;
  const client = new IterableClient({ apiKey: 'a-key', fetch: iterable.fetch, now, sleep });
  return { client, clock, arrived: () => iterable.arrived };
}

async function engine(delivery: DeliveryMode): Promise<number> {
  const summary = await runSync({
    sync: members,
    rows: memberRows(rows),
    client,
    delivery,
    ...(opened && { ledger: opened }),
    ...(clock && { now: clock.now, sleep: clock.sleep }),
  });
  if (summary.stopped) throw new Error(summary.stopped.detail);
  return summary.counts.delivered;
}

async function naively(): Promise<number> {
  let count = 0;
  for await (const row of memberRows(rows)) {
    const [profile, event] = [members.user?.(row), members.event?.(row)];
    if (!profile || !event) continue;
    await client.users.update(profile);
    await client.events.track(event);
    count += 1;
  }
  return count;
}
