import { expect, it } from 'vitest';
import type { Failure } from './failure.js';
import { firstDelayMs } from './first-delay.js';

const api = (status: number): Failure => ({ kind: 'api', code: 'API_ERROR', status });

it.each<[string, Failure, number | undefined, number]>([
  ['a 429 of a limit per minute', api(429), 60, 15_000],
  ['a 429 of a limit per second', api(429), 1, 1000],
  ['a 429 without a limit', api(429), undefined, 1000],
  ['a 503 of a limit per minute', api(503), 60, 1000],
  ['no reply', { kind: 'timeout', timeoutMs: 1 }, 60, 1000],
])('after %s', (_, failure, periodSeconds, expected) => {
  const limit = periodSeconds === undefined ? undefined : { requests: 4, periodSeconds };
  expect(firstDelayMs(failure, limit)).toBe(expected);
});
