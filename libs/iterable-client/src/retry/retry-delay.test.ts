import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelay } from './retry-delay.js';

describe('retryDelay', () => {
  it.each([
    [1, 0, 1000],
    [1, 1, 1250],
    [2, 0, 2000],
    [2, 1, 2500],
    [3, 0, 4000],
    [4, 0, 8000],
    [6, 0, 30_000],
    [6, 1, 37_500],
    [99, 0, 30_000],
  ])('retry %i with random %d waits %i ms', (retry, random, expected) => {
    expect(retryDelay({ retry, random, firstMs: 1000, capMs: 30_000 })).toBe(expected);
  });

  it('stays between the backoff and a quarter more, and never waits less than the hint', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1000, max: 1e5 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 1e7 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (retry, firstMs, capMs, hintMs, random) => {
          const backoff = Math.min(capMs, firstMs * 2 ** (retry - 1));
          const delay = retryDelay({ retry, firstMs, capMs, hintMs, random });
          expect(delay).toBeGreaterThanOrEqual(Math.max(backoff, hintMs));
          expect(delay).toBeLessThanOrEqual(Math.max(Math.ceil(backoff * 1.25), hintMs));
        },
      ),
    );
  });
});
