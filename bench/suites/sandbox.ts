import { fork } from 'node:child_process';
import { compare, PROMISED } from '../lib/comparison.ts';
import { messageOf } from '../lib/processes.ts';
import { type Load, runLoad } from '../lib/raw-load.ts';
import type { SandboxUsage } from '../lib/sandbox-process.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Measurement, Suite } from '../lib/suite.ts';

const USERS = 1_000_000;
const BATCH = 1000;
const EVENTS = 100_000;
const WARM_UP_EVENTS = 20_000;

type Requests = Omit<Load, 'url' | 'key'>;

/** How many requests a sandbox answers, and what a million users take. */
export const suite: Suite = {
  name: 'sandbox',
  title: `a local Iterable in a process of its own: ${USERS.toLocaleString('en-US')} users in batches of 1,000, then events one by one`,
  run: async ({ rounds }) => {
    const path = new URL('../lib/sandbox-process.ts', import.meta.url);
    const server = fork(path, { execArgv: ['--expose-gc'] });
    try {
      const url = (await messageOf(server)) as string;
      const usage = (): Promise<SandboxUsage> => {
        server.send('usage');
        return messageOf(server) as Promise<SandboxUsage>;
      };
      const perCpuSecond = async (requests: Requests): Promise<number> => {
        const before = await usage();
        const { failed } = await runLoad({ url, key: 'bench-key', ...requests });
        if (failed > 0) throw new Error(`${failed} requests to ${requests.path} failed`);
        return requests.requests / ((await usage()).cpuSeconds - before.cpuSeconds);
      };
      const batches = [await perCpuSecond(userBatches)];
      const { users, megabytes } = await usage();
      if (users !== USERS) throw new Error(`the sandbox has ${users} users, not ${USERS}`);
      await perCpuSecond(events(WARM_UP_EVENTS));
      const tracked: number[] = [];
      for (let round = 0; round < Math.min(rounds, 5); round += 1) {
        tracked.push(await perCpuSecond(events(EVENTS)));
      }
      return {
        measurements: [
          measurement('users/bulkUpdate, 1,000 users each', batches),
          measurement('events/track', tracked),
          {
            subject: 'memory',
            setting: `${USERS.toLocaleString('en-US')} users`,
            figures: { MB: megabytes },
          },
        ],
        comparisons: [
          promise('users/bulkUpdate, 1,000 users each', 'requests/CPU s', batches, 50, 'more'),
          promise('events/track', 'requests/CPU s', tracked, 10_000, 'more'),
          promise('memory for 1,000,000 users', 'MB', [megabytes], 1000, 'less'),
        ],
        summary: [],
      };
    } finally {
      server.kill();
    }
  },
};

const userBatches: Requests = {
  path: '/api/users/bulkUpdate',
  requests: USERS / BATCH,
  connections: 4,
  pipelined: 1,
  body: (n) =>
    JSON.stringify({ users: Array.from({ length: BATCH }, (_, i) => user(n * BATCH + i)) }),
};

const events = (requests: number): Requests => ({
  path: '/api/events/track',
  requests,
  connections: 16,
  pipelined: 8,
  body: (n) =>
    JSON.stringify({ email: `user-${n}@example.com`, eventName: 'engaged', dataFields: { n } }),
});

function user(n: number): object {
  return {
    email: `user-${n}@example.com`,
    userId: `${n}`,
    dataFields: {
      plan: n % 2 ? 'pro' : 'free',
      score: n,
      lastSeen: '2026-01-13 12:00:00 +00:00',
      city: `city-${n % 1000}`,
    },
  };
}

function measurement(subject: string, rates: readonly number[]): Measurement {
  return {
    subject,
    setting: 'one core',
    figures: { 'requests/CPU s': Math.round(median(rates)) },
    noise: noise(rates),
  };
}

function promise(
  what: string,
  unit: string,
  ours: readonly number[],
  theirs: number,
  better: 'more' | 'less',
) {
  return compare({ what, unit, ours, other: PROMISED, theirs, better, atLeast: 1 });
}
