import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IterableTimeoutError } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { SUCCESS, answerJson, startServer } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com' };
const TIME_LIMIT = 30_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A reply whose body begins and never ends; the time runs out while it is read. */
const unending = (status: number) => async (): Promise<Response> =>
  new Response(
    new ReadableStream<Uint8Array>(
      {
        start: (body) => body.enqueue(new TextEncoder().encode('{"code":')),
        pull: () => void vi.advanceTimersByTime(TIME_LIMIT),
      },
      { highWaterMark: 1 },
    ),
    { status },
  );

describe('the time limit of an attempt', () => {
  it('ends one whose headers do not come, and the next one may be in time', async () => {
    await using server = await startServer((reply, _, count) => {
      if (count === 1) vi.advanceTimersByTime(TIME_LIMIT);
      else answerJson(reply, SUCCESS);
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
    expect(client.statistics()['users/update']?.retries).toEqual({ timeout: 1 });
  });

  it('does not end one a moment too early', async () => {
    await using server = await startServer((reply) => {
      vi.advanceTimersByTime(TIME_LIMIT - 1);
      answerJson(reply, SUCCESS);
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
    expect(client.statistics()['users/update']?.attempts).toBe(1);
  });

  it('ends one whose body does not end', async () => {
    const { client } = scriptedClient({ fetch: unending(200), maxAttempts: 2 });
    const error = await failureOf<IterableTimeoutError>(client.users.update(user));
    expect(error).toBeInstanceOf(IterableTimeoutError);
    expect(error).toMatchObject({
      code: 'TIMEOUT',
      timeoutMs: TIME_LIMIT,
      attempts: 2,
      retryable: true,
      effect: 'unknown',
    });
    expect(error.message).toBe(
      'users/update failed after 2 attempts: no whole reply within 30000 ms.',
    );
  });

  it('leaves an error its status where only the body does not end', async () => {
    const { client } = scriptedClient({ fetch: unending(400) });
    expect(await failureOf(client.users.update(user))).toMatchObject({ status: 400, attempts: 1 });
  });

  it('is no longer than the time the call has left', async () => {
    await using server = await startServer(() => void vi.advanceTimersByTime(100));
    const { client } = scriptedClient({ baseUrl: server.url, totalTimeoutMs: 100 });
    expect(await failureOf(client.users.update(user))).toMatchObject({ timeoutMs: 100 });
  });

  it('may differ for a call', async () => {
    await using server = await startServer(() => void vi.advanceTimersByTime(5));
    const { client } = scriptedClient({ baseUrl: server.url, maxAttempts: 1 });
    const error = await failureOf(client.users.update(user, { timeoutMs: 5 }));
    expect(error).toMatchObject({ code: 'TIMEOUT', timeoutMs: 5 });
  });

  it('leaves no timer behind that would keep the process alive', async () => {
    const { client } = scriptedClient({ fetch: async () => Response.json(SUCCESS) });
    await client.users.update(user);
    expect(vi.getTimerCount()).toBe(0);
  });
});
