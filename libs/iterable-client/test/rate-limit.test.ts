import { getEventListeners } from 'node:events';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { IterableRateLimitError, RateLimiter } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { SUCCESS, startServer } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com' };
const FIELDS = { fields: {} };
const tooMany = { code: 'RateLimitExceeded', msg: 'Exceeded rate limit.' };
const api = (): nock.Scope => nock('https://api.iterable.com');
const ROUTE = 'GET /api/users/getFields';

/** Answers all at once: what is held back was held back by the client. */
const answering = { fetch: async (): Promise<Response> => Response.json(FIELDS) };
const times = <Value>(count: number, make: () => Value): Value[] =>
  Array.from({ length: count }, make);

describe('a client', () => {
  it('keeps to the documented limit of an operation', async () => {
    const { client, waits } = scriptedClient(answering);
    await Promise.all(times(10, () => client.users.getFields()));
    // Three a second, and the first three go at once.
    expect(new Set(waits)).toEqual(new Set([1000]));
    expect(waits.length).toBeGreaterThanOrEqual(3);
    const { succeeded, waitMs, rateLimitWaitMs } = client.statistics()['users/getFields'] ?? {};
    expect({ succeeded, waitMs }).toEqual({ succeeded: 10, waitMs: 0 });
    expect(rateLimitWaitMs).toBeGreaterThanOrEqual(3 * 1000 + 3 * 2000 + 3000);
  });

  it('has a limit for each operation of its own', async () => {
    const { client, waits } = scriptedClient({
      fetch: async (request: Request) =>
        Response.json(request.url.endsWith('getFields') ? FIELDS : SUCCESS),
    });
    await Promise.all([
      ...times(3, () => client.users.getFields()),
      ...times(500, () => client.users.update(user)),
    ]);
    expect(waits).toEqual([]);
  });

  it.each<[string, object, number[]]>([
    [
      'an own limit',
      { limits: { 'users/getFields': { requests: 1, periodSeconds: 60 } } },
      [60_000],
    ],
    ['one by its route', { limits: { [ROUTE]: { requests: 1, periodSeconds: 2 } } }, [2000]],
    ['no limit', { limits: { 'users/getFields': false } }, []],
    ['no documented limits', { documented: false }, []],
    ['a default that it does not need', { defaultLimit: { requests: 1, periodSeconds: 9 } }, []],
  ])('takes %s', async (_, rateLimits, expected) => {
    const { client, waits } = scriptedClient({ ...answering, rateLimits });
    await Promise.all(times(2, () => client.users.getFields()));
    expect(waits).toEqual(expected);
  });

  it('holds nothing back with rateLimits: false', async () => {
    const { client, waits } = scriptedClient({ ...answering, rateLimits: false });
    await Promise.all(times(50, () => client.users.getFields()));
    expect(waits).toEqual([]);
    expect(client.rateLimiter.state()[ROUTE]).toMatchObject({
      limit: undefined,
      available: Infinity,
    });
  });

  it('gives operations without a documented limit the default', async () => {
    const rateLimits = { defaultLimit: { requests: 2, periodSeconds: 1 } };
    const { client, waits } = scriptedClient({ ...answering, rateLimits });
    await Promise.all(times(3, () => client.request('GET', '/api/of/tomorrow')));
    expect(waits).toEqual([1000]);
  });

  it('spreads its requests where it is asked to', async () => {
    const rateLimits = {
      pace: true,
      limits: { 'users/getFields': { requests: 5, periodSeconds: 1 } },
    };
    const { client, waits } = scriptedClient({ ...answering, rateLimits });
    await Promise.all(times(5, () => client.users.getFields()));
    expect(waits).toEqual([180, 200, 200, 200]);
  });

  it('shares its limits with clients that have the same limiter', async () => {
    const first = scriptedClient(answering);
    const { rateLimiter } = first.client;
    const second = scriptedClient({ ...answering, rateLimiter });
    await Promise.all(times(3, () => first.client.users.getFields()));
    await second.client.users.getFields();
    expect(first.waits).toEqual([1000]);
    expect(second.client.rateLimiter).toBe(rateLimiter);
  });

  it('gives back at once what was not needed', async () => {
    let headers = 0;
    const { client, waits } = scriptedClient({
      ...answering,
      auth: {
        method: 'jwt',
        headers: () => {
          if ((headers += 1) <= 9) throw new Error('no key');
          return {};
        },
      },
    });
    for (let call = 0; call < 9; call += 1) {
      await expect(client.users.getFields()).rejects.toThrow('no key');
    }
    await Promise.all(times(3, () => client.users.getFields()));
    expect(waits).toEqual([]);
  });

  it('counts a request whose reply was lost as one', async () => {
    const { client, waits } = scriptedClient({
      fetch: () => Promise.reject(new TypeError('fetch failed')),
      maxAttempts: 1,
    });
    for (let call = 0; call < 4; call += 1) await failureOf(client.users.getFields());
    expect(waits).toEqual([1000]);
  });

  it('frees its slot when the reply begins, not when it ends', async () => {
    let end = (): void => undefined;
    await using server = await startServer((reply) => {
      reply.write('{"fields":');
      end = () => reply.end('{}}');
    });
    const { client } = scriptedClient({
      baseUrl: server.url,
      hooks: { onAttempt: () => undefined },
    });
    const call = client.users.getFields();
    const state = (): unknown => client.rateLimiter.state()[ROUTE];
    while (server.seen.length === 0) await new Promise(setImmediate);
    for (let turns = 0; turns < 1e6; turns += 1) {
      if ((state() as { inFlight: number }).inFlight === 0) break;
      await new Promise(setImmediate);
    }
    expect(state()).toMatchObject({ inFlight: 0, available: 2, waiting: 0 });
    end();
    await call;
  });

  it('tells how its limits stand', async () => {
    const { client } = scriptedClient({
      fetch: () => new Promise(() => undefined),
      sleep: undefined,
    });
    const stop = new AbortController();
    const calls = times(5, () => failureOf(client.users.getFields({ signal: stop.signal })));
    await new Promise(setImmediate);
    expect(client.rateLimiter.state()).toEqual({
      [ROUTE]: {
        limit: { requests: 3, periodSeconds: 1 },
        available: 0,
        inFlight: 3,
        waiting: 2,
        closedForMs: 0,
      },
    });
    stop.abort();
    await Promise.all(calls);
  });
});

describe('a 429', () => {
  it('closes the operation for all calls until its hint has passed', async () => {
    api().get('/api/users/getFields').reply(429, tooMany, { 'Retry-After': '7' });
    api().get('/api/users/getFields').reply(200, FIELDS);
    const { client, waits, lines } = scriptedClient({ maxAttempts: 1 });
    await failureOf(client.users.getFields());
    expect(client.rateLimiter.state()[ROUTE]).toMatchObject({ available: 0, closedForMs: 7000 });
    await client.users.getFields();
    expect(waits).toEqual([7000]);
    expect(lines.filter((line) => line.startsWith('Attempt'))).toHaveLength(2);
    expect(client.statistics()['users/getFields']).toMatchObject({ rateLimitWaitMs: 7000 });
  });

  it('closes it for the backoff where there is no hint, and no other operation', async () => {
    api().get('/api/users/getFields').reply(429, tooMany);
    const { client } = scriptedClient({ ...answering, fetch: undefined, maxAttempts: 1 });
    await failureOf(client.users.getFields());
    expect(client.rateLimiter.state()).toMatchObject({ [ROUTE]: { closedForMs: 1000 } });
    expect(Object.keys(client.rateLimiter.state())).toEqual([ROUTE]);
  });

  it('closes it even without a limit', async () => {
    api().get('/api/users/getFields').reply(429, tooMany, { 'Retry-After': '2' });
    const { client } = scriptedClient({ rateLimits: false, maxAttempts: 1 });
    await failureOf(client.users.getFields());
    expect(client.rateLimiter.state()[ROUTE]).toMatchObject({ available: 0, closedForMs: 2000 });
  });

  it('makes its own retry wait once, not twice', async () => {
    api().get('/api/users/getFields').reply(429, tooMany, { 'Retry-After': '7' });
    api().get('/api/users/getFields').reply(200, FIELDS);
    const { client, waits } = scriptedClient();
    await client.users.getFields();
    expect(waits).toEqual([7000]);
    expect(client.statistics()['users/getFields']).toMatchObject({
      waitMs: 7000,
      rateLimitWaitMs: 0,
    });
  });

  it('of a limit per minute backs off by a part of the minute', async () => {
    const rateLimits = { limits: { 'users/getFields': { requests: 5, periodSeconds: 60 } } };
    api().get('/api/users/getFields').twice().reply(429, tooMany);
    api().get('/api/users/getFields').reply(200, FIELDS);
    const { client, waits } = scriptedClient({ rateLimits });
    await client.users.getFields();
    expect(waits).toEqual([15_000, 30_000]);
  });

  it('is not believed if it would close the operation for more than an hour', async () => {
    api().get('/api/users/getFields').reply(429, tooMany, { 'Retry-After': '999999' });
    const { client } = scriptedClient();
    await failureOf(client.users.getFields());
    expect(client.rateLimiter.state()[ROUTE]).toMatchObject({ closedForMs: 3_600_000 });
  });
});

describe('a retry', () => {
  it('waits for the limit again', async () => {
    const rateLimits = { limits: { 'users/getFields': { requests: 1, periodSeconds: 5 } } };
    api().get('/api/users/getFields').reply(503);
    api().get('/api/users/getFields').reply(200, FIELDS);
    const { client, waits } = scriptedClient({ rateLimits });
    await client.users.getFields();
    expect(waits).toEqual([1000, 4000]);
    expect(client.statistics()['users/getFields']).toMatchObject({
      waitMs: 1000,
      rateLimitWaitMs: 4000,
    });
  });
});

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
      code: 'rate-limit-wait',
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
    expect(error).toMatchObject({ code: 'rate-limit-wait', attempts: 0, effect: 'none' });
    stop.abort();
    await Promise.all(sent);
  });

  it('ends at once where a 429 closed the operation for longer than the call has', async () => {
    api().get('/api/users/getFields').reply(429, tooMany, { 'Retry-After': '60' });
    const { client, waits } = scriptedClient({ totalTimeoutMs: 10_000, maxAttempts: 1 });
    await failureOf(client.users.getFields());
    const error = await failureOf(client.users.getFields());
    expect(waits).toEqual([]);
    expect(error).toMatchObject({ code: 'rate-limit-wait', attempts: 0, closedForMs: 60_000 });
    expect(error.message).toBe(
      'users/getFields was not sent: Iterable asked to wait 60 s more, and the call had 10 s left.',
    );
  });

  it('of a retry tells what the attempt before may have done', async () => {
    api().get('/api/users/getFields').reply(503);
    const { client } = scriptedClient({ rateLimits: slow, totalTimeoutMs: 10_000 });
    const error = await failureOf(client.users.getFields());
    expect(error).toMatchObject({ code: 'rate-limit-wait', attempts: 1, effect: 'unknown' });
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
      expect(error).toMatchObject({ code: 'aborted', attempts: 0, effect: 'none' });
    }
    expect(timers.size).toBe(0);
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
    expect(client.rateLimiter.state()[ROUTE]).toMatchObject({ waiting: 0, inFlight: 0 });
  });

  it('is over for one whose signal was aborted before it came', async () => {
    const { client } = scriptedClient({ ...answering, rateLimits: slow });
    await client.users.getFields();
    const call = client.users.getFields({ signal: AbortSignal.abort() });
    expect(await failureOf(call)).toMatchObject({ code: 'aborted', attempts: 0 });
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
