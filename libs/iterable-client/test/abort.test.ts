import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { IterableAbortError } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { SUCCESS, answerJson, startServer } from './http-server.js';
import { API_KEY, scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com' };
const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;
const never = new Promise<never>(() => undefined);

describe('an aborted call', () => {
  it('sends nothing when the signal was aborted before', async () => {
    await using server = await startServer((reply) => answerJson(reply, SUCCESS));
    const { client } = scriptedClient({ baseUrl: server.url });
    const reason = new Error('enough');
    const error = await failureOf(client.users.update(user, { signal: AbortSignal.abort(reason) }));
    expect(error).toBeInstanceOf(IterableAbortError);
    expect(error).toMatchObject({ code: 'ABORTED', attempts: 0, effect: 'none', cause: reason });
    expect(server.seen).toEqual([]);
  });

  it('ends in flight, while the headers are awaited', async () => {
    const controller = new AbortController();
    await using server = await startServer(() => controller.abort());
    const { client, waits } = scriptedClient({ baseUrl: server.url });
    const error = await failureOf(client.users.update(user, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'ABORTED', attempts: 1, effect: 'unknown' });
    expect(error.message).toBe(
      'users/update was aborted by its signal after 1 attempt(s); whether Iterable did the work is unknown.',
    );
    expect(waits).toEqual([]);
    expect(client.statistics()['users/update']?.retries).toEqual({});
    expect(listeners(controller.signal)).toBe(0);
  });

  it('ends in flight, in the middle of the body', async () => {
    const controller = new AbortController();
    await using server = await startServer((reply) => {
      reply.writeHead(200).write('{"code":');
      setTimeout(() => controller.abort(), 20);
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    const error = await failureOf(client.users.update(user, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'ABORTED', attempts: 1, effect: 'unknown' });
    expect(listeners(controller.signal)).toBe(0);
  });

  it('ends in flight, even where fetch does not heed the signal', async () => {
    const controller = new AbortController();
    const { client } = scriptedClient({
      fetch: () => {
        controller.abort();
        return never;
      },
    });
    const error = await failureOf(client.users.update(user, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'ABORTED', effect: 'unknown' });
  });

  it('lets go of a reply that comes too late', async () => {
    const controller = new AbortController();
    let cancelled = (): void => undefined;
    const gone = new Promise<void>((resolve) => (cancelled = resolve));
    const { client } = scriptedClient({
      fetch: async () => {
        controller.abort();
        await new Promise(setImmediate);
        return new Response(new ReadableStream({ cancel: cancelled }));
      },
    });
    const error = await failureOf(client.users.update(user, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'ABORTED', attempts: 1 });
    await gone;
  });

  it('ends in a wait, and makes no further attempt', async () => {
    const controller = new AbortController();
    await using server = await startServer((reply) => {
      reply.writeHead(429).end();
    });
    const { client } = scriptedClient({
      baseUrl: server.url,
      sleep: () => {
        controller.abort();
        return never;
      },
    });
    const error = await failureOf(client.users.update(user, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'ABORTED', attempts: 1, effect: 'none' });
    expect(server.seen).toHaveLength(1);
    expect(listeners(controller.signal)).toBe(0);
  });

  it('ends in a wait of the real timer', async () => {
    const controller = new AbortController();
    await using server = await startServer((reply) => {
      reply.writeHead(503).end();
      setTimeout(() => controller.abort(), 20);
    });
    const { client } = scriptedClient({ baseUrl: server.url, sleep: undefined });
    const error = await failureOf(client.users.update(user, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'ABORTED', attempts: 1, effect: 'unknown' });
    expect(listeners(controller.signal)).toBe(0);
  });

  it('ends while the authenticator is still at work', async () => {
    const controller = new AbortController();
    const { client } = scriptedClient({
      auth: {
        method: 'jwt',
        headers: () => {
          controller.abort();
          return never;
        },
      },
    });
    const error = await failureOf(client.users.update(user, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'ABORTED', attempts: 0, effect: 'none' });
    expect(listeners(controller.signal)).toBe(0);
  });

  it('counts as failed', async () => {
    const { client } = scriptedClient();
    await failureOf(client.users.update(user, { signal: AbortSignal.abort() }));
    expect(client.statistics()['users/update']).toMatchObject({ calls: 1, failed: 1, attempts: 0 });
  });
});

describe('a signal that many calls share', () => {
  it('has no listeners left, and Node has nothing to warn of', async () => {
    await using server = await startServer((reply, _, count) => {
      if (count % 3 === 0) reply.writeHead(503).end();
      else answerJson(reply, SUCCESS);
    });
    const warnings: unknown[] = [];
    const warn = (warning: unknown): void => void warnings.push(warning);
    process.on('warning', warn);
    const { client } = scriptedClient({ baseUrl: server.url, maxAttempts: 10 });
    const { signal } = new AbortController();
    const calls = Array.from({ length: 100 }, () => client.users.update(user, { signal }));
    await Promise.all(calls);
    await new Promise(setImmediate);
    process.off('warning', warn);
    expect(listeners(signal)).toBe(0);
    expect(warnings).toEqual([]);
    expect(client.statistics()['users/update']).toMatchObject({
      succeeded: 100,
      attempts: server.seen.length,
    });
  });
});

it('takes only an AbortSignal for a signal', async () => {
  const { client } = scriptedClient({ apiKey: API_KEY });
  const call = client.users.update(user, { signal: {} as AbortSignal });
  await expect(call).rejects.toThrow(
    new TypeError('users/update options: signal must be an AbortSignal.'),
  );
});
