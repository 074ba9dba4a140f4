import { compare, type Comparison } from '../lib/comparison.ts';
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
    const found = new Map<number, Turns>();
    for (const atOnce of AT_ONCE) found.set(atOnce, await takeTurns(clients, atOnce, settings));
    const peerNames = names.filter((name) => !name.startsWith(OURS));
    return {
      measurements: [...found].flatMap(([atOnce, turns]) =>
        [...turns].map(([name, each]) => figures(name, atOnce, each)),
      ),
      comparisons: peerNames.flatMap((name) =>
        [...found].map(([atOnce, turns]) => beside(name, atOnce, turns)),
      ),
      summary: [...found].map(([atOnce, turns]) => cpuLine(atOnce, turns)),
    };
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

/** Ours beside a peer. It was promised to be faster than Iterable's own client. */
function beside(other: string, atOnce: number, turns: Turns): Comparison {
  const rates = (name: string): number[] =>
    (turns.get(name) ?? []).map(({ perSecond }) => perSecond);
  return compare({
    ...{ what: 'POST of a user', setting: `${atOnce} at once`, unit: 'requests/s', other },
    ours: rates(OURS),
    theirs: rates(other),
    better: 'more',
    ...(other === '@iterable/api' && { atLeast: 1 }),
  });
}

/** The processor's time of ours beside that of each peer: medians of the ratios turn by turn. */
function cpuLine(atOnce: number, turns: Turns): string {
  const ours = turns.get(OURS) ?? [];
  const peers = [...turns].filter(([name]) => !name.startsWith(OURS));
  const ratios = peers.map(([name, theirs]) => {
    const each = ours.map((turn, index) => {
      return turn.cpuMicroseconds / (theirs[index]?.cpuMicroseconds ?? Number.NaN);
    });
    return `${median(each).toFixed(2)} of ${name}`;
  });
  return `${atOnce} at once, CPU time of ours: ${ratios.join(', ')}`;
}
