import { IterableClient } from '@org/iterable-client';
import { compare } from '../lib/comparison.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Suite, SuiteSettings } from '../lib/suite.ts';

const USERS = 1_000_000;
/** 5 requests a second, 1,000 users in each. */
const ITERABLE_USERS_PER_SECOND = 5000;
const MEBIBYTE = 1024 * 1024;
/** Users between two looks at the heap. */
const LOOK_EVERY = 10_000;

/** Users a second through `updateMany`, and what they take of the heap. */
export const suite: Suite = {
  name: 'batch',
  title: `updateMany: ${USERS.toLocaleString('en-US')} users in batches of 1,000, replies from memory`,
  run: async ({ rounds }: SuiteSettings) => {
    const rates: number[] = [];
    const first: number[] = [];
    const last: number[] = [];
    for (let round = 0; round < Math.min(rounds, 3); round += 1) {
      const { perCpuSecond, heaps } = await once();
      rates.push(perCpuSecond);
      first.push(heaps.at(0) ?? Number.NaN);
      last.push(heaps.at(-1) ?? Number.NaN);
    }
    return {
      measurements: [
        {
          subject: '@org/iterable-client',
          setting: 'users.updateMany',
          figures: {
            'users/CPU s': Math.round(median(rates)),
            'most heap of the first tenth, MiB': Math.round(median(first)),
            'of the last tenth, MiB': Math.round(median(last)),
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
          setting: 'end beside beginning',
          unit: 'MiB',
          better: 'less',
          ours: last,
          other: 'the first tenth',
          theirs: first,
          // Garbage is in it, so it is never quite the same.
          atLeast: 0.8,
        }),
      ],
      summary: [],
    };
  },
};

/** A run, and the most heap in each tenth of it, garbage included. */
async function once(): Promise<{ perCpuSecond: number; heaps: readonly number[] }> {
  const client = new IterableClient({ apiKey: 'a-key', rateLimits: false, fetch: acceptAll });
  const cpu = process.cpuUsage();
  let delivered = 0;
  const heaps = Array<number>(10).fill(0);
  for await (const { status } of client.users.updateMany(users())) {
    if (status === 'delivered') delivered += 1;
    if (delivered % LOOK_EVERY !== 0) continue;
    const tenth = Math.ceil((delivered / USERS) * heaps.length) - 1;
    const heap = process.memoryUsage().heapUsed / MEBIBYTE;
    heaps[tenth] = Math.max(heaps[tenth] ?? 0, heap);
  }
  if (delivered !== USERS) throw new Error(`${delivered} of ${USERS} users were delivered`);
  const { user, system } = process.cpuUsage(cpu);
  return { perCpuSecond: USERS / ((user + system) / 1e6), heaps };
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
