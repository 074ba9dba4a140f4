import { IterableClient } from '@org/iterable-client';
import { type DeliveryMode, runSync } from '@org/sync';
import { openLedger } from '@org/sync/ledger';
import { memberRows, members } from './members.ts';

/** What is to be delivered, and how. */
export interface DeliveryJob {
  readonly url: string;
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
}

const [job = ''] = process.argv.slice(2);
const { url, way, rows, ledger } = JSON.parse(job) as DeliveryJob;
const client = new IterableClient({ apiKey: 'a-key', baseUrl: url });

const cpu = process.cpuUsage();
const start = performance.now();
const delivered = await (way === 'one call after another' ? naively() : engine(way));
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
const cost: DeliveryCost = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  delivered,
  mebibytes: process.resourceUsage().maxRSS / 1024,
};
process.send?.(cost, () => process.exit());

async function engine(delivery: DeliveryMode): Promise<number> {
  await using opened = ledger === undefined ? undefined : await openLedger(ledger);
  const summary = await runSync({
    sync: members,
    rows: memberRows(rows),
    client,
    delivery,
    ...(opened && { ledger: opened }),
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
