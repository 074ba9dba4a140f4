import { describe, expect, it } from 'vitest';
import { type RetryState, decideRetry } from './decide-retry.js';
import type { Failure } from './failure.js';

const api = (status: number, hintMs?: number): Failure => ({
  kind: 'api',
  code: 'API_ERROR',
  status,
  hintMs,
});
const NETWORK: Failure = { kind: 'network', cause: new Error('reset') };
const TIMEOUT: Failure = { kind: 'timeout', timeoutMs: 1 };
const SHAPE: Failure = { kind: 'response', code: 'RESPONSE_SHAPE', status: 200, problem: 'x' };
const REDIRECT: Failure = { kind: 'response', code: 'REDIRECT_REFUSED', status: 302, problem: 'x' };

const decide = (state: Partial<RetryState>): unknown =>
  decideRetry({
    failure: api(503),
    repeatable: 'yes',
    attempts: 1,
    maxAttempts: 3,
    retries: 0,
    remainingMs: 100_000,
    firstMs: 1000,
    capMs: 30_000,
    random: 0,
    ...state,
  });

describe('decideRetry', () => {
  it.each<[string, Failure]>([
    ['408', api(408)],
    ['429', api(429)],
    ['500', api(500)],
    ['502', api(502)],
    ['503', api(503)],
    ['504', api(504)],
    ['network', NETWORK],
    ['timeout', TIMEOUT],
    ['response', SHAPE],
  ])('retries %s where the operation may be repeated', (cause, failure) => {
    expect(decide({ failure })).toEqual({ retry: true, cause, delayMs: 1000 });
    expect(decide({ failure, repeatable: 'with-id' })).toMatchObject({ retry: true });
  });

  it.each([200, 304, 400, 401, 403, 404, 409, 413, 418, 422, 425, 501, 505, 507, 520, 599])(
    'never retries %i',
    (status) => {
      expect(decide({ failure: api(status, 10) })).toEqual({ retry: false, reason: 'permanent' });
    },
  );

  it('never retries a redirect', () => {
    expect(decide({ failure: REDIRECT })).toEqual({ retry: false, reason: 'permanent' });
  });

  it('repeats an unsafe operation after a 429 only', () => {
    expect(decide({ repeatable: 'no', failure: api(429) })).toMatchObject({ retry: true });
    for (const failure of [api(408), api(500), api(503), NETWORK, TIMEOUT, SHAPE]) {
      expect(decide({ repeatable: 'no', failure })).toEqual({ retry: false, reason: 'unsafe' });
    }
  });

  it('stops after the last attempt', () => {
    expect(decide({ attempts: 2 })).toMatchObject({ retry: true });
    expect(decide({ attempts: 3 })).toEqual({ retry: false, reason: 'attempts' });
  });

  it('does not begin a wait that takes all the time that is left', () => {
    expect(decide({ failure: api(429, 7000), remainingMs: 7001 })).toMatchObject({ delayMs: 7000 });
    expect(decide({ failure: api(429, 7000), remainingMs: 7000 })).toEqual({
      retry: false,
      reason: 'time',
    });
    expect(decide({ remainingMs: 1000 })).toEqual({ retry: false, reason: 'time' });
  });
});
