import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { IterableApiError } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { SUCCESS } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com', dataFields: { plan: 'pro' } };
const updates = (): nock.Interceptor => nock('https://api.iterable.com').post('/api/users/update');
const tooMany = { code: 'RateLimitExceeded', msg: 'Exceeded rate limit.' };

describe('retries', () => {
  it('waits about 1 s and 2 s after a 503 and a 502, then succeeds', async () => {
    updates().reply(503, 'busy');
    updates().reply(502, '<html><title>Bad Gateway</title></html>');
    updates().reply(200, SUCCESS);
    const { client, waits, lines } = scriptedClient({ random: () => 0.5 });

    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);

    expect(waits).toEqual([1125, 2250]);
    expect(lines).toEqual([
      'Attempt 1/3 for users/update',
      'Retryable error 503 from users/update. Retrying in 1.13s (attempt 1/3)',
      'Attempt 2/3 for users/update',
      'Retryable error 502 from users/update. Retrying in 2.25s (attempt 2/3)',
      'Attempt 3/3 for users/update',
      'users/update call successful: Success',
    ]);
  });

  it.each([0, 0.25, 0.999999])(
    'keeps the waits in [1, 1.25] s and [2, 2.5] s with random %d',
    async (random) => {
      updates().reply(503, 'busy');
      updates().reply(502, 'bad');
      updates().reply(200, SUCCESS);
      const { client, waits } = scriptedClient({ random: () => random });
      await client.users.update(user);
      const [first = 0, second = 0, ...more] = waits;
      expect(more).toEqual([]);
      expect(first).toBeGreaterThanOrEqual(1000);
      expect(first).toBeLessThanOrEqual(1250);
      expect(second).toBeGreaterThanOrEqual(2000);
      expect(second).toBeLessThanOrEqual(2500);
    },
  );

  it.each([400, 401, 403, 404, 409, 413, 422, 501, 505])('never retries a %i', async (status) => {
    updates().reply(status, { code: 'BadParams', msg: 'no', params: null });
    const { client, waits } = scriptedClient();
    const error = await failureOf<IterableApiError>(client.users.update(user));
    expect(error).toBeInstanceOf(IterableApiError);
    expect(error).toMatchObject({ status, attempts: 1, retryable: false });
    expect(waits).toEqual([]);
  });

  it('waits at least as long as Retry-After says', async () => {
    updates().reply(429, tooMany, { 'Retry-After': '7' });
    updates().reply(200, SUCCESS);
    const { client, waits } = scriptedClient();
    await client.users.update(user);
    expect(waits).toEqual([7000]);
  });

  it('reads Retry-After as a date, by the clock of the server', async () => {
    updates().reply(503, 'busy', {
      Date: 'Tue, 13 Jan 2026 20:00:00 GMT',
      'Retry-After': 'Tue, 13 Jan 2026 20:00:09 GMT',
    });
    updates().reply(200, SUCCESS);
    const { client, waits } = scriptedClient();
    await client.users.update(user);
    expect(waits).toEqual([9000]);
  });

  it('waits at least as long as rateLimitReset of a 429 says', async () => {
    updates().reply(429, { ...tooMany, params: { rateLimitReset: 5 } }, { 'Retry-After': '2' });
    updates().reply(200, SUCCESS);
    const { client, waits } = scriptedClient();
    await client.users.update(user);
    expect(waits).toEqual([5000]);
  });

  it('does not let a short hint shorten the backoff', async () => {
    updates().reply(429, tooMany, { 'Retry-After': '0' });
    updates().reply(200, SUCCESS);
    const { client, waits } = scriptedClient();
    await client.users.update(user);
    expect(waits).toEqual([1000]);
  });

  it('fails at once, and says so, when the hint goes beyond the time that is left', async () => {
    updates().reply(429, tooMany, { 'Retry-After': '3600' });
    const { client, waits } = scriptedClient();
    const error = await failureOf(client.users.update(user));
    expect(waits).toEqual([]);
    expect(error).toMatchObject({
      code: 'RATE_LIMIT_EXHAUSTED',
      status: 429,
      attempts: 1,
      retryable: true,
      retryAfterMs: 3_600_000,
      effect: 'none',
    });
    expect(error.message).toBe(
      'users/update failed: HTTP 429 RateLimitExceeded: Exceeded rate limit. ' +
        'Iterable asks to wait 3600 s, and the call has 210 s left.',
    );
  });

  it('counts earlier waits against the time of the call', async () => {
    updates().twice().reply(503, 'busy', { 'Retry-After': '6' });
    const { client, waits } = scriptedClient({ totalTimeoutMs: 10_000 });
    const error = await failureOf(client.users.update(user));
    expect(waits).toEqual([6000]);
    expect(error.message).toContain('Iterable asks to wait 6 s, and the call has 4 s left.');
  });

  it('gives up after the last attempt, with what it knows', async () => {
    updates().thrice().reply(500, { code: 'GenericError', msg: 'Please try again later' });
    const { client, waits } = scriptedClient();
    const error = await failureOf(client.users.update(user));
    expect(waits).toEqual([1000, 2000]);
    expect(error).toMatchObject({
      name: 'IterableApiError',
      code: 'API_ERROR',
      operation: 'users/update',
      status: 500,
      iterableCode: 'GenericError',
      msg: 'Please try again later',
      attempts: 3,
      retryable: true,
      effect: 'unknown',
      message:
        'users/update failed after 3 attempts: HTTP 500 GenericError: Please try again later.',
    });
  });

  it('lets a single call have other limits', async () => {
    updates().reply(503, 'busy');
    const { client } = scriptedClient({ maxAttempts: 5 });
    const error = await failureOf(client.users.update(user, { maxAttempts: 1 }));
    expect(error.attempts).toBe(1);
  });

  it('repeats an unsafe operation after a 429 and after nothing else', async () => {
    const trigger = (): nock.Interceptor =>
      nock('https://api.iterable.com').post('/api/campaigns/trigger');
    trigger().reply(429, tooMany);
    trigger().reply(503, 'busy');
    const { client, waits } = scriptedClient();
    const error = await failureOf(
      client.request('POST', '/api/campaigns/trigger', { body: { campaignId: 1 } }),
    );
    expect(waits).toEqual([1000]);
    expect(error).toMatchObject({ status: 503, attempts: 2, retryable: false, effect: 'unknown' });
    expect(error.message).toMatch(/It is not repeated: it may have been done\.$/);
  });

  it('repeats an unknown operation that its caller calls repeatable', async () => {
    const path = '/api/users/someday';
    nock('https://api.iterable.com').post(path).reply(503, 'busy');
    nock('https://api.iterable.com').post(path).reply(200, SUCCESS);
    const { client } = scriptedClient();
    await expect(client.request('POST', path, { body: {}, repeatable: true })).resolves.toEqual(
      SUCCESS,
    );
  });
});
