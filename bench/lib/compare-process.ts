import { IterableClient } from '@org/iterable-client';
import { runSync } from '@org/sync';
import { openLedger } from '@org/sync/ledger';
import { memberRows, members } from './members.ts';

/** What is to be compared. */
export interface CompareJob {
  readonly ledger: string;
  readonly rows: number;
  /** Whether one row of a hundred is another than in the first pass. */
  readonly onePercentChanged: boolean;
}

/** What it took. */
export interface CompareCost {
  readonly seconds: number;
  /** CPU time of this process, its garbage collector included. */
  readonly cpuSeconds: number;
  /** Profiles and events that were sent. */
  readonly users: number;
  readonly events: number;
  readonly unchanged: number;
  /** The most memory that this process ever had, Node and the libraries included. */
  readonly mebibytes: number;
}

const [job = ''] = process.argv.slice(2);
const { ledger, rows, onePercentChanged } = JSON.parse(job) as CompareJob;
const sent = { users: 0, events: 0 };

/** Answers as Iterable does where all is well. */
async function acceptAll(request: Request): Promise<Response> {
  const successCount = (await request.text()).split('"email":').length - 1;
  if (request.url.includes('/users/')) sent.users += successCount;
  else sent.events += successCount;
  return Response.json({ successCount, failCount: 0 });
}

const cpu = process.cpuUsage();
const start = performance.now();
await using opened = await openLedger(ledger);
const { stopped, counts } = await runSync({
  sync: members,
  rows: memberRows(rows, { onePercentChanged }),
  client: new IterableClient({ apiKey: 'a-key', rateLimits: false, fetch: acceptAll }),
  ledger: opened,
  delivery: 'bulk',
  fieldTypes: 'off',
});
if (stopped) throw new Error(stopped.detail);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
const cost: CompareCost = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  ...sent,
  unchanged: counts.unchanged,
  mebibytes: process.resourceUsage().maxRSS / 1024,
};
process.send?.(cost, () => process.exit());
