import { expect, it, vi } from 'vitest';
import { Latency } from './latency.js';

it('tells within which time which share of the requests was over', () => {
  const clock = vi.spyOn(performance, 'now');
  const latency = new Latency();
  expect(latency.percentiles()).toEqual({ p50: 0, p95: 0, p99: 0 });
  for (let ms = 1; ms <= 100; ms += 1) {
    clock.mockReturnValueOnce(0).mockReturnValueOnce(ms);
    latency.start()();
  }
  const { p50, p95, p99 } = latency.percentiles();
  // The histogram keeps two significant digits.
  expect(Math.abs(p50 - 50)).toBeLessThan(0.5);
  expect(Math.abs(p95 - 95)).toBeLessThan(1);
  expect(Math.abs(p99 - 99)).toBeLessThan(1);
});

it('counts a request that took no time at all', () => {
  vi.spyOn(performance, 'now').mockReturnValue(5);
  const latency = new Latency();
  latency.start()();
  expect(latency.percentiles().p50).toBe(0.001);
});
