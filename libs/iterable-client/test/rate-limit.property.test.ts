import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SimulatedRequest, mostInAnyPeriod, simulateLimit } from './simulated-limit.js';

const PERIOD_MS = 1000;

/** Parts of a millisecond that sums of them do not round. */
const fraction = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 1024, max: max * 1024 }).map((parts) => parts / 1024);
const anyLatency = fc.oneof(fraction(0, 100), fraction(0, 10_000));
/** Timers are late, and early by less than a millisecond. */
const lateness = fc.infiniteStream(fc.oneof(fraction(-0.5, 1), fraction(0, 60)));
const request = (latency: fc.Arbitrary<number>): fc.Arbitrary<SimulatedRequest> =>
  fc.record({
    // Bursts, trickles and gaps.
    at: fc.oneof(fc.constantFrom(0, 999, 1000, 1001, 5000), fc.integer({ min: 0, max: 8000 })),
    travelMs: latency,
    replyMs: latency,
    abortAfterMs: fc.option(fc.integer({ min: 0, max: 4000 }), { nil: undefined, freq: 8 }),
  });
const limit = fc.integer({ min: 1, max: 8 }).map((requests) => ({ requests, periodSeconds: 1 }));

/** Callers that always want more: enough requests at once for so many periods. */
const saturation = (
  count: number,
  latencyMs: (index: number) => readonly [travelMs: number, replyMs: number],
): SimulatedRequest[] =>
  Array.from({ length: count }, (_, index) => {
    const [travelMs, replyMs] = latencyMs(index);
    return { at: 0, travelMs, replyMs };
  });

/** Between 0 and 1, spread evenly and without chance. */
const spread = (index: number): number => (index * 0.618_033_988_75) % 1;

describe('the rate limit', () => {
  it('lets no period have more requests than the limit, whatever comes and however it travels', async () => {
    await fc.assert(
      fc.asyncProperty(
        limit,
        fc.boolean(),
        fc.array(request(anyLatency), { maxLength: 60 }),
        lateness,
        async (rate, pace, requests, late) => {
          const { arrivals, aborted, started, mostTimers, bucket } = await simulateLimit(
            { limit: rate, pace },
            requests,
            () => late.next().value as number,
          );
          expect(mostInAnyPeriod(arrivals, PERIOD_MS)).toBeLessThanOrEqual(rate.requests);
          expect(started.length + aborted).toBe(requests.length);
          expect(mostTimers).toBeLessThanOrEqual(1);
          expect(bucket.state).toMatchObject({ waiting: 0, inFlight: 0 });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('serves whoever comes first', async () => {
    await fc.assert(
      fc.asyncProperty(
        limit,
        fc.boolean(),
        fc.array(request(anyLatency), { maxLength: 60 }),
        async (rate, pace, requests) => {
          const { started } = await simulateLimit({ limit: rate, pace }, requests);
          const asked = started.map(({ index }) => ({ at: requests[index]?.at ?? 0, index }));
          expect(asked).toEqual(asked.toSorted((a, b) => a.at - b.at || a.index - b.index));
        },
      ),
    );
  });

  it('keeps to the limit with arrivalWithinMs, as long as travel times differ by no more', async () => {
    await fc.assert(
      fc.asyncProperty(
        limit,
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.array(request(anyLatency), { maxLength: 60 }),
        lateness,
        async (rate, arrivalWithinMs, least, given, late) => {
          const requests = given.map((each) => ({
            ...each,
            travelMs: least + Math.min(each.travelMs, arrivalWithinMs),
          }));
          const { arrivals, mostTimers } = await simulateLimit(
            { limit: rate, arrivalWithinMs },
            requests,
            () => late.next().value as number,
          );
          expect(mostInAnyPeriod(arrivals, PERIOD_MS)).toBeLessThanOrEqual(rate.requests);
          expect(mostTimers).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each<[string, object, (index: number) => readonly [number, number], number]>([
    ['replies at once', {}, () => [0, 0], 0],
    [
      'replies within 2 % of the period',
      {},
      (index) => [spread(index) * 10, spread(index) * 5],
      15,
    ],
    ['slow replies', {}, (index) => [40 + spread(index) * 20, 100 + spread(index) * 40], 200],
    ['pacing', { pace: true }, (index) => [spread(index) * 10, spread(index) * 5], 15],
    ['slow replies and arrivalWithinMs', { arrivalWithinMs: 15 }, () => [400, 900], 15],
  ])(
    'uses at least 98 % of what it may when it has more to do than it can: %s',
    async (_, options, latency, mayCostMs) => {
      const requests = 100;
      const rate = { requests, periodSeconds: 1 };
      const { arrivals } = await simulateLimit(
        { limit: rate, ...options },
        saturation(3000, latency),
        (timer) => spread(timer),
      );
      // From the first burst on, which is free.
      const seconds = ((arrivals.at(-1) ?? 0) - (arrivals[requests - 1] ?? 0)) / 1000;
      const perSecond = (arrivals.length - requests) / seconds;
      expect(perSecond).toBeGreaterThanOrEqual(
        (0.98 * requests * PERIOD_MS) / (PERIOD_MS + mayCostMs),
      );
      if (mayCostMs <= 15) expect(perSecond).toBeGreaterThanOrEqual(0.98 * requests);
      expect(mostInAnyPeriod(arrivals, PERIOD_MS)).toBeLessThanOrEqual(requests);
    },
  );

  it('spreads the requests where it paces them', async () => {
    const { started } = await simulateLimit(
      { limit: { requests: 10, periodSeconds: 1 }, pace: true },
      saturation(40, () => [5, 5]),
    );
    const times = started.map(({ at }) => at).slice(1);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(80);
  });
});
