import { IterableClient } from '@org/iterable-client';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compare } from '../lib/comparison.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Suite, SuiteSettings } from '../lib/suite.ts';

const USERS = 1_000_000;
/** 5 requests a second, 1,000 users in each. */
const ITERABLE_USERS_PER_SECOND = 5000;
const MEBIBYTE = 1024 * 1024;
/** Looks at the heap, each after a tenth of the users. */
const LOOKS = 10;

/** Users a second through `updateMany`, and what they take of the heap. */
export const suite: Suite = {
  name: 'batch',
  title: `updateMany: ${USERS.toLocaleString('en-US')} users in batches of 1,000, replies from memory`,
  run: async ({ rounds }: SuiteSettings) => {
    const rates: number[] = [];
    for (let round = 0; round < Math.min(rounds, 3); round += 1)
      rates.push(await usersPerCpuSecond());
    const heaps = await liveHeaps();
    const [first, last] = [heaps.slice(0, 1), heaps.slice(-1)];
    return {
      measurements: [
        {
          subject: '@org/iterable-client',
          setting: 'users.updateMany',
          figures: {
            'users/CPU s': Math.round(median(rates)),
            'heap after a tenth, MiB': Number(median(first).toFixed(1)),
            'after all, MiB': Number(median(last).toFixed(1)),
          },
          noise: noise(rates),
        },
      ],
      comparisons: [
        compare({
          what: 'updateMany',
          unit: 'users/CPU s',
          better: 'more',
          ours: rates,
          other: "Iterable's limit",
          theirs: ITERABLE_USERS_PER_SECOND,
        }),
        compare({
          what: 'updateMany, the heap',
          setting: 'after 1,000,000 users',
          unit: 'MiB',
          better: 'less',
          ours: last,
          other: 'after 100,000',
          theirs: first,
          // Batches on their way are in it, and never quite as many.
          atLeast: 0.8,
        }),
      ],
      summary: [],
    };
  },
};

async function usersPerCpuSecond(): Promise<number> {
  const cpu = process.cpuUsage();
  await updateAll(() => undefined);
  const { user, system } = process.cpuUsage(cpu);
  return USERS / ((user + system) / 1e6);
}

/** What is alive after each tenth of the users, in mebibytes: garbage is collected before each look. */
async function liveHeaps(): Promise<number[]> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heaps: number[] = [];
  await updateAll((delivered) => {
    if (delivered % (USERS / LOOKS) !== 0) return;
    collect();
    heaps.push(process.memoryUsage().heapUsed / MEBIBYTE);
  });
  return heaps;
}

async function updateAll(deliveredSoFar: (count: number) => void): Promise<void> {
  const client = new IterableClient({ apiKey: 'a-key', rateLimits: false, fetch: acceptAll });
  let delivered = 0;
  for await (const { status } of client.users.updateMany(users())) {
    if (status !== 'delivered') continue;
    delivered += 1;
    deliveredSoFar(delivered);
  }
  if (delivered !== USERS) throw new Error(`${delivered} of ${USERS} users were delivered`);
}

function* users() {
  for (let n = 0; n < USERS; n += 1) {
    yield {
      email: `user${n}@example.com`,
      dataFields: { firstName: `First${n}`, plan: 'pro', visits: n },
    };
  }
}

/** Answers as Iterable does where all is well. */
async function acceptAll(request: Request): Promise<Response> {
  const successCount = (await request.text()).split('"email":').length - 1;
  return Response.json({ successCount, failCount: 0 });
}
