import { describe, expect, it } from 'vitest';
import { failureOf } from './failure-of.js';
import { SUCCESS, startServer } from './http-server.js';
import { answering, api, FIELDS, ROUTE, times, tooMany } from './limited.js';
import { scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com' };

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
