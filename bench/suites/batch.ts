import { IterableClient } from '@org/iterable-client';
import { median, noise } from '../lib/statistics.ts';
import type { Suite, SuiteSettings } from '../lib/suite.ts';

const USERS = 1_000_000;
const MEBIBYTE = 1024 * 1024;
/** Users between two looks at the heap. */
const LOOK_EVERY = 10_000;

/** Users a second through `updateMany`, and what they take of the heap. */
export const suite: Suite = {
  name: 'batch',
  title: `updateMany: ${USERS.toLocaleString('en-US')} users in batches of 1,000, replies from memory`,
  run: async ({ rounds }: SuiteSettings) => {
    const rates: number[] = [];
    const heaps: number[] = [];
    for (let round = 0; round < Math.min(rounds, 3); round += 1) {
      const { perCpuSecond, heapMebibytes } = await once();
      rates.push(perCpuSecond);
      heaps.push(heapMebibytes);
    }
    return {
      measurements: [
        {
          subject: '@org/iterable-client',
          setting: 'users.updateMany',
          figures: {
            'users/CPU s': Math.round(median(rates)),
            'most heap, MiB': Math.round(median(heaps)),
          },
          noise: noise(rates),
        },
      ],
      summary: [
        `at Iterable's limit of 5 batches a second one core is ${(median(rates) / 5000).toFixed(0)} times as fast as it may be`,
      ],
    };
  },
};

async function once(): Promise<{ perCpuSecond: number; heapMebibytes: number }> {
  const client = new IterableClient({ apiKey: 'a-key', rateLimits: false, fetch: acceptAll });
  const cpu = process.cpuUsage();
  let delivered = 0;
  let heap = 0;
  for await (const { status } of client.users.updateMany(users())) {
    if (status === 'delivered') delivered += 1;
    if (delivered % LOOK_EVERY === 0) heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  if (delivered !== USERS) throw new Error(`${delivered} of ${USERS} users were delivered`);
  const { user, system } = process.cpuUsage(cpu);
  return { perCpuSecond: USERS / ((user + system) / 1e6), heapMebibytes: heap / MEBIBYTE };
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
