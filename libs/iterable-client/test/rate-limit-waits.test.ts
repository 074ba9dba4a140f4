import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { IterableRateLimitError, RateLimiter } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { answering, api, ROUTE, times, tooMany } from './limited.js';
import { scriptedClient } from './scripted-client.js';

describe('the wait for the limit', () => {
  const slow = { limits: { 'users/getFields': { requests: 1, periodSeconds: 60 } } };

  it('ends with the time of the call, and says so', async () => {
    const { client, waits } = scriptedClient({
      ...answering,
      rateLimits: slow,
      totalTimeoutMs: 10_000,
    });
    await client.users.getFields();
    const error = await failureOf<IterableRateLimitError>(client.users.getFields());
    expect(error).toBeInstanceOf(IterableRateLimitError);
    expect(error).toMatchObject({
      name: 'IterableRateLimitError',
      code: 'RATE_LIMIT_WAIT',
      operation: 'users/getFields',
      attempts: 0,
      retryable: true,
      effect: 'none',
      closedForMs: 0,
      message:
        'users/getFields was not sent: its limit of 1 requests in 60 s left no room within 10 s. ' +
        'Make fewer calls at once, or give them a longer totalTimeoutMs.',
    });
    expect(waits).toEqual([10_000]);
    expect(client.rateLimiter.state()[ROUTE]).toMatchObject({ waiting: 0, inFlight: 0 });
  });

  it('ends with the time of the call while all replies are out', async () => {
    const { client } = scriptedClient({
      fetch: () => new Promise(() => undefined),
      now: undefined,
      sleep: undefined,
    });
    const stop = new AbortController();
    const sent = times(3, () => failureOf(client.users.getFields({ signal: stop.signal })));
    const error = await failureOf(client.users.getFields({ totalTimeoutMs: 30 }));
    expect(error).toMatchObject({ code: 'RATE_LIMIT_WAIT', attempts: 0, effect: 'none' });
    stop.abort();
    await Promise.all(sent);
  });

  it('ends at once where a 429 closed the operation for longer than the call has', async () => {
    api().get('/api/users/getFields').reply(429, tooMany, { 'Retry-After': '60' });
    const { client, waits } = scriptedClient({ totalTimeoutMs: 10_000, maxAttempts: 1 });
    await failureOf(client.users.getFields());
    const error = await failureOf(client.users.getFields());
    expect(waits).toEqual([]);
    expect(error).toMatchObject({ code: 'RATE_LIMIT_WAIT', attempts: 0, closedForMs: 60_000 });
    expect(error.message).toBe(
      'users/getFields was not sent: Iterable asked to wait 60 s more, and the call had 10 s left.',
    );
  });

  it('of a retry tells what the attempt before may have done', async () => {
    api().get('/api/users/getFields').reply(503);
    const { client } = scriptedClient({ rateLimits: slow, totalTimeoutMs: 10_000 });
    const error = await failureOf(client.users.getFields());
    expect(error).toMatchObject({ code: 'RATE_LIMIT_WAIT', attempts: 1, effect: 'unknown' });
    expect(error.message).toMatch(/^users\/getFields was not sent again after 1 attempt\(s\): /);
  });

  it('ends with the signal, and leaves neither listener, nor waiter, nor timer', async () => {
    const stop = new AbortController();
    const timers = new Set<AbortSignal>();
    const { client } = scriptedClient({
      ...answering,
      rateLimits: slow,
      sleep: (_: number, signal: AbortSignal) => {
        timers.add(signal);
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            timers.delete(signal);
            reject(new Error('stopped'));
          });
        });
      },
    });
    await client.users.getFields();
    const calls = times(3, () => failureOf(client.users.getFields({ signal: stop.signal })));
    await new Promise(setImmediate);
    expect(timers.size).toBe(1);
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(3);
    stop.abort(new Error('enough'));
    for (const error of await Promise.all(calls)) {
      expect(error).toMatchObject({ code: 'ABORTED', attempts: 0, effect: 'none' });
    }
    expect(timers.size).toBe(0);
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
    expect(client.rateLimiter.state()[ROUTE]).toMatchObject({ waiting: 0, inFlight: 0 });
  });

  it('is over for one whose signal was aborted before it came', async () => {
    const { client } = scriptedClient({ ...answering, rateLimits: slow });
    await client.users.getFields();
    const call = client.users.getFields({ signal: AbortSignal.abort() });
    expect(await failureOf(call)).toMatchObject({ code: 'ABORTED', attempts: 0 });
  });

  it('fails all who wait where the sleep that was given fails', async () => {
    const { client } = scriptedClient({
      ...answering,
      rateLimits: slow,
      sleep: () => Promise.reject(new Error('no timers today')),
    });
    await client.users.getFields();
    const outcomes = await Promise.allSettled(times(2, () => client.users.getFields()));
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { message: 'no timers today' } },
      { status: 'rejected', reason: { message: 'no timers today' } },
    ]);
  });
});

describe('a limiter', () => {
  it.each<[string, unknown, string]>([
    ['an option nobody knows', { pase: true }, 'Did you mean "pace"?'],
    ['a text', 'users/update', 'RateLimiter options must be an object'],
    ['a misspelt operation', { limits: { 'users/updat': false } }, 'Did you mean "users/update"?'],
    [
      'a limit that is a number',
      { limits: { 'users/update': 5 } },
      'limits["users/update"] must be',
    ],
    [
      'half a limit',
      { limits: { 'users/update': { requests: 5 } } },
      'limits["users/update"].periodSeconds must be a whole number from 1 to 86400; received null',
    ],
    [
      'an unknown part of a limit',
      { defaultLimit: { requests: 5, periodMs: 5 } },
      'defaultLimit: unknown option "periodMs"',
    ],
    ['no requests', { defaultLimit: { requests: 0, periodSeconds: 1 } }, 'requests must be'],
    ['a text for a boolean', { pace: 'yes' }, 'pace must be true or false; received a value of'],
    ['a negative time', { arrivalWithinMs: -1 }, 'arrivalWithinMs must be'],
    ['a clock that is none', { now: 5 }, 'now must be a function'],
    ['a sleep that is none', { sleep: 5 }, 'sleep must be a function'],
  ])('refuses %s', (_, options, message) => {
    const create = (): unknown => new RateLimiter(options as object);
    expect(create).toThrow(TypeError);
    expect(create).toThrow(message);
  });

  it.each<[string, object, string]>([
    ['one that is none', { rateLimiter: {} }, 'rateLimiter must be a RateLimiter; received'],
    ['limits too', { rateLimiter: new RateLimiter(), rateLimits: {} }, 'received both'],
    ['limits that are none', { rateLimits: null }, 'rateLimits must be an object; received null'],
    ['an unknown option', { rateLimits: { limit: {} } }, 'Did you mean "limits"?'],
  ])('is refused by a client that is given %s', (_, options, message) => {
    expect(() => scriptedClient(options)).toThrow(message);
  });

  it('has a clock and timers of its own', async () => {
    const limiter = new RateLimiter({
      limits: { 'users/getFields': { requests: 1, periodSeconds: 1 } },
    });
    const { client } = scriptedClient({ ...answering, rateLimiter: limiter, now: undefined });
    await Promise.all(times(2, () => client.users.getFields()));
    expect(client.statistics()['users/getFields']?.rateLimitWaitMs).toBeGreaterThan(0);
  });
});
