import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { runLoad, type Load } from './load.ts';

/**
 * How fast a sandbox is, and how much memory it takes. Build first, then:
 * `node libs/iterable-sandbox/bench/run.ts`
 */
interface Usage {
  readonly rss: number;
  readonly heapUsed: number;
  readonly cpuSeconds: number;
  readonly users: number;
}

const server = fork(join(import.meta.dirname, 'server.ts'), { execArgv: ['--expose-gc'] });
const [{ url }] = (await once(server, 'message')) as [{ url: string }];

async function usage(): Promise<Usage> {
  const reply = once(server, 'message') as Promise<[Usage]>;
  server.send('usage');
  return (await reply)[0];
}

async function measure(name: string, load: Omit<Load, 'url' | 'key'>): Promise<void> {
  const before = await usage();
  const { seconds, failed } = await runLoad({ url, key: 'bench-key', ...load });
  const after = await usage();
  const cpu = after.cpuSeconds - before.cpuSeconds;
  const perSecond = Math.round(load.requests / seconds);
  const perCpu = Math.round(load.requests / cpu);
  const memory = `${Math.round(after.rss / 1e6)} MB resident, ${Math.round(after.heapUsed / 1e6)} MB heap`;
  console.log(
    `${name}: ${perSecond}/s, ${perCpu}/s of processor time; ${failed} failed; ` +
      `${after.users} users, ${memory}`,
  );
}

const users = 1_000_000;
const batch = 1000;
const field = (n: number): object => ({
  plan: n % 2 ? 'pro' : 'free',
  score: n,
  lastSeen: '2026-01-13 12:00:00 +00:00',
  city: `city-${n % 1000}`,
});

await measure('users/bulkUpdate, 1,000 users each', {
  path: '/api/users/bulkUpdate',
  requests: users / batch,
  connections: 4,
  pipelined: 1,
  body: (n) =>
    JSON.stringify({
      users: Array.from({ length: batch }, (_, i) => {
        const number = n * batch + i;
        return {
          email: `user-${number}@example.com`,
          userId: `${number}`,
          dataFields: field(number),
        };
      }),
    }),
});

for (const [what, requests] of [
  ['events/track (warming up)', 20_000],
  ['events/track', 100_000],
] as const) {
  await measure(what, {
    path: '/api/events/track',
    requests,
    connections: 16,
    pipelined: 8,
    body: (n) =>
      JSON.stringify({ email: `user-${n}@example.com`, eventName: 'engaged', dataFields: { n } }),
  });
}
server.kill();
