import { peers } from '../lib/peers.ts';
import { type ClientProcess, startClient, startServer } from '../lib/processes.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Measurement, Suite, SuiteSettings } from '../lib/suite.ts';

const AT_ONCE = [1, 16, 64, 256];
const WARM_UP_MS = 3000;
const OURS = '@org/iterable-client';
/** Each round is cut into turns: what disturbs the machine is then more often in both of a pair. */
const TURNS = 3;

/** What came of one turn of one client. */
interface Turn {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
}

/** The turns of each client; those of one index were taken one after another. */
type Turns = ReadonlyMap<string, readonly Turn[]>;

/** Requests a second and CPU time a request, of ours and its peers. */
export const suite: Suite = {
  name: 'http',
  title: 'POST of 411 bytes to a local server in another process, replies of 45 bytes',
  run: async (settings) => {
    using server = await startServer();
    const only = process.env['BENCH_PEERS']?.split(',');
    const names = Object.keys(peers).filter((name) => only?.includes(name) ?? true);
    const clients = new Map<string, ClientProcess>();
    using open = new DisposableStack();
    for (const name of names) {
      const client = open.use(await startClient(name, server.url));
      await client.drive({ atOnce: 64, milliseconds: WARM_UP_MS });
      clients.set(name, client);
    }
    const measurements: Measurement[] = [];
    const summary: string[] = [];
    for (const atOnce of AT_ONCE) {
      const turns = await takeTurns(clients, atOnce, settings);
      measurements.push(...[...turns].map(([name, each]) => figures(name, atOnce, each)));
      summary.push(ratios(atOnce, turns));
    }
    return { measurements, summary };
  },
};

/** Drives all clients in turns, forth and back, so that what disturbs one disturbs all of them. */
async function takeTurns(
  clients: ReadonlyMap<string, ClientProcess>,
  atOnce: number,
  { rounds, roundMs }: SuiteSettings,
): Promise<Turns> {
  const found = new Map<string, Turn[]>([...clients.keys()].map((name) => [name, []]));
  const order = [...clients];
  for (let turn = 0; turn < rounds * TURNS; turn += 1) {
    for (const [name, client] of order) {
      const { requests, milliseconds, cpuMicroseconds } = await client.drive({
        atOnce,
        milliseconds: roundMs / TURNS,
      });
      found.get(name)?.push({
        perSecond: (requests / milliseconds) * 1000,
        cpuMicroseconds: cpuMicroseconds / requests,
      });
    }
    order.reverse();
  }
  return found;
}

function figures(subject: string, atOnce: number, turns: readonly Turn[]): Measurement {
  return {
    subject,
    setting: `${atOnce} at once`,
    figures: {
      'requests/s': Math.round(median(turns.map(({ perSecond }) => perSecond))),
      'CPU µs/request': Math.round(median(turns.map(({ cpuMicroseconds }) => cpuMicroseconds))),
    },
    noise: noise(turns.map(({ perSecond }) => perSecond)),
  };
}

/** Ours beside each peer: medians of the ratios turn by turn. */
function ratios(atOnce: number, turns: Turns): string {
  const ours = turns.get(OURS) ?? [];
  const beside = [...turns]
    .filter(([name]) => !name.startsWith(OURS))
    .map(([name, peers]) => {
      const ratio = (of: (ours: Turn, peer: Turn) => number): string =>
        median(ours.map((turn, index) => of(turn, peers[index] ?? turn))).toFixed(2);
      const rate = ratio((a, b) => a.perSecond / b.perSecond);
      const cpu = ratio((a, b) => a.cpuMicroseconds / b.cpuMicroseconds);
      return `${rate} × ${name} at ${cpu} of its CPU time`;
    });
  return `${atOnce} at once: ours is ${beside.join(', ')}`;
}
