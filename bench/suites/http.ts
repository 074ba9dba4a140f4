import { peers } from '../lib/peers.ts';
import { type ClientProcess, startClient, startServer } from '../lib/processes.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Measurement, Suite, SuiteSettings } from '../lib/suite.ts';

const AT_ONCE = [1, 16, 64, 256];
const WARM_UP_MS = 1500;
const OURS = '@org/iterable-client';

interface Round {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
}

/** Requests a second and CPU time a request, of ours and its peers. */
export const suite: Suite = {
  name: 'http',
  title: 'POST of 411 bytes to a local server in another process, replies of 45 bytes',
  run: async (settings) => {
    using server = await startServer();
    const only = process.env['BENCH_PEERS']?.split(',');
    const names = Object.keys(peers).filter((name) => only?.includes(name) ?? true);
    const measurements: Measurement[] = [];
    const clients = new Map<string, ClientProcess>();
    using open = new DisposableStack();
    for (const name of names) {
      const client = open.use(await startClient(name, server.url));
      await client.drive({ atOnce: 64, milliseconds: WARM_UP_MS });
      clients.set(name, client);
    }
    for (const atOnce of AT_ONCE) measurements.push(...(await measure(clients, atOnce, settings)));
    return { measurements, summary: measurements.length === 0 ? [] : ratios(measurements) };
  },
};

/** Measures all peers in turns, so that what disturbs the machine disturbs all of them. */
async function measure(
  clients: ReadonlyMap<string, ClientProcess>,
  atOnce: number,
  { rounds, roundMs }: SuiteSettings,
): Promise<Measurement[]> {
  const found = new Map<string, Round[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, client] of clients) {
      const { requests, milliseconds, cpuMicroseconds } = await client.drive({
        atOnce,
        milliseconds: roundMs,
      });
      const one = {
        perSecond: (requests / milliseconds) * 1000,
        cpuMicroseconds: cpuMicroseconds / requests,
      };
      found.set(name, [...(found.get(name) ?? []), one]);
    }
  }
  return [...found].map(([subject, each]) => ({
    subject,
    setting: `${atOnce} at once`,
    figures: {
      'requests/s': Math.round(median(each.map(({ perSecond }) => perSecond))),
      'CPU µs/request': Math.round(median(each.map(({ cpuMicroseconds }) => cpuMicroseconds))),
    },
    noise: noise(each.map(({ perSecond }) => perSecond)),
  }));
}

function ratios(measurements: readonly Measurement[]): string[] {
  return AT_ONCE.map((atOnce) => {
    const here = measurements.filter(({ setting }) => setting === `${atOnce} at once`);
    const rate = (name: string): number =>
      here.find(({ subject }) => subject === name)?.figures['requests/s'] ?? Number.NaN;
    const to = here
      .filter(({ subject }) => !subject.startsWith(OURS))
      .map(({ subject }) => `${(rate(OURS) / rate(subject)).toFixed(2)} × ${subject}`);
    return `${atOnce} at once: ours is ${to.join(', ')}`;
  });
}
