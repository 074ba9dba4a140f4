import { jwtAuth } from '@org/auth';
import { compare, PROMISED } from '../lib/comparison.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Measurement, Suite, SuiteSettings } from '../lib/suite.ts';

const SECRET = 'a-secret-of-at-least-32-characters';
const CACHED_CALLS = 100_000;
const SIGNATURES = 5_000;

/** Tokens a second, and what a cached header costs. */
export const suite: Suite = {
  name: 'auth',
  title: 'JWT: tokens signed one after another, and headers of one user from the cache',
  run: async ({ rounds }: SuiteSettings) => {
    const signed: number[] = [];
    const cached: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      signed.push(await signaturesPerSecond());
      cached.push(await microsecondsPerCachedHeader());
    }
    const measurements: Measurement[] = [
      {
        subject: '@org/auth',
        setting: 'signing',
        figures: { 'tokens/s': Math.round(median(signed)) },
        noise: noise(signed),
      },
      {
        subject: '@org/auth',
        setting: 'cached header',
        figures: { µs: Number(median(cached).toFixed(3)) },
        noise: noise(cached),
      },
    ];
    const header = compare({
      what: 'a header from the cache',
      unit: 'µs',
      better: 'less',
      atLeast: 1,
      ours: cached,
      other: PROMISED,
      theirs: 5,
    });
    return { measurements, comparisons: [header], summary: [] };
  },
};

async function signaturesPerSecond(): Promise<number> {
  const auth = jwtAuth({ secret: SECRET, cacheSize: SIGNATURES });
  await auth.headers({ email: 'first@example.com' });
  const start = performance.now();
  for (let user = 0; user < SIGNATURES; user += 1) {
    await auth.headers({ email: `user${user}@example.com` });
  }
  return (SIGNATURES / (performance.now() - start)) * 1000;
}

async function microsecondsPerCachedHeader(): Promise<number> {
  const auth = jwtAuth({ secret: SECRET });
  const subject = { email: 'ada@example.com' };
  await auth.headers(subject);
  const start = performance.now();
  for (let call = 0; call < CACHED_CALLS; call += 1) void auth.headers(subject);
  return ((performance.now() - start) * 1000) / CACHED_CALLS;
}
