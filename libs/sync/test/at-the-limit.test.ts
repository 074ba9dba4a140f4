import { IterableClient } from '@org/iterable-client';
import { describe, expect, it } from 'vitest';
import { SimulatedIterable } from '../../../tools/simulation/simulated-iterable.js';
import { VirtualClock } from '../../../tools/simulation/virtual-clock.js';
import { runSync, type DeliveryMode } from '../src/index.js';
import { source } from './support.js';
import { members, membersFrom } from './world.js';

/** As Iterable documents them, in requests a second. */
const LIMITS = {
  'users/update': 500,
  'events/track': 2000,
  'users/bulkUpdate': 5,
  'events/trackBulk': 10,
};
const LATENCY_MS = 50;

/** Delivers rows by a clock that only waiting takes forward; gives the seconds that it took. */
async function deliver(rows: number, delivery: DeliveryMode) {
  const clock = new VirtualClock();
  const { now, sleep } = clock;
  const iterable = new SimulatedIterable({ clock, latencyMs: LATENCY_MS, limits: LIMITS });
  const client = new IterableClient({ apiKey: 'test-key', fetch: iterable.fetch, now, sleep });
  const { counts, durationMs } = await clock.run(() =>
    runSync({ sync: members, rows: source(membersFrom(1, rows)), client, delivery, now, sleep }),
  );
  return { counts, seconds: durationMs / 1000, ...iterable.arrived };
}

describe('at the documented limits, 50 ms from a request to its reply', () => {
  it('single delivery takes 5 % more than the limit of users/update at most, and no request is refused', async () => {
    const { counts, seconds, records, refused } = await deliver(1500, 'single');
    expect(counts.delivered).toBe(1500);
    expect({ records, refused }).toEqual({ records: 3000, refused: 0 });
    expect(seconds).toBeLessThanOrEqual(1.05 * (1500 / LIMITS['users/update']));
  });

  it('bulk delivery of 10,000 rows takes 10 % more than its least at most', async () => {
    const { counts, seconds, requests, refused } = await deliver(10_000, 'bulk');
    expect(counts.delivered).toBe(10_000);
    expect(refused).toBe(0);
    expect(requests).toMatchObject({ 'users/bulkUpdate': 10, 'events/trackBulk': 10 });
    // The fields, five requests at once, five a second later, and the last events.
    expect(seconds).toBeLessThanOrEqual(1.1 * (1 + (3 * LATENCY_MS) / 1000));
  });

  it('bulk delivery of 50,000 rows takes 5 % more than the limit of users/bulkUpdate at most, in full requests', async () => {
    const { counts, seconds, requests, refused } = await deliver(50_000, 'bulk');
    expect(counts.delivered).toBe(50_000);
    expect(refused).toBe(0);
    expect(requests).toMatchObject({ 'users/bulkUpdate': 50, 'events/trackBulk': 50 });
    expect(seconds).toBeLessThanOrEqual(1.05 * (50 / LIMITS['users/bulkUpdate']));
  });

  it('the same rows take the same time whenever they are sent', async () => {
    const [first, second] = [await deliver(300, 'single'), await deliver(300, 'single')];
    expect(second.seconds).toBe(first.seconds);
  });
});
