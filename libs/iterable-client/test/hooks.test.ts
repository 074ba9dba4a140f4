import { describe, expect, it, vi } from 'vitest';
import type { CallEvent } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { type Answer, SUCCESS, answerJson, startServer } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com' };
const failOnce: Answer = (reply, _, count) =>
  count === 1 ? void reply.writeHead(503).end() : answerJson(reply, SUCCESS);

async function warningsOf(work: () => Promise<unknown>): Promise<unknown[][]> {
  const emit = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  await work();
  await new Promise(setImmediate);
  return emit.mock.calls;
}

describe('hooks', () => {
  it('get frozen events that say what a log needs', async () => {
    await using server = await startServer(failOnce);
    const { client, events } = scriptedClient({ baseUrl: server.url });
    await client.users.update(user);
    const common = { operation: 'users/update', callId: 1, maxAttempts: 3 };
    expect(events).toEqual([
      { name: 'onAttempt', event: { ...common, attempt: 1 } },
      { name: 'onRetry', event: { ...common, attempt: 1, cause: '503', delayMs: 1000 } },
      { name: 'onAttempt', event: { ...common, attempt: 2 } },
      { name: 'onSuccess', event: { ...common, attempt: 2, summary: 'Success' } },
    ]);
    expect(events.every(({ event }) => Object.isFrozen(event))).toBe(true);
  });

  it('get the error of a call that failed', async () => {
    await using server = await startServer((reply) => void reply.writeHead(404).end());
    const { client, events } = scriptedClient({ baseUrl: server.url });
    const error = await failureOf(client.users.update(user));
    expect(events.at(-1)).toEqual({
      name: 'onFailure',
      event: { operation: 'users/update', callId: 1, maxAttempts: 3, attempt: 1, error },
    });
  });

  it('tell concurrent calls apart', async () => {
    await using server = await startServer((reply) => answerJson(reply, SUCCESS));
    const { client, events } = scriptedClient({ baseUrl: server.url });
    await Promise.all([client.users.update(user), client.users.update(user)]);
    const ids = events.map(({ event }) => event.callId).sort();
    expect(ids).toEqual([1, 1, 2, 2]);
  });

  it.each<[string, () => unknown]>([
    [
      'throw',
      () => {
        throw new Error('disk full');
      },
    ],
    ['reject', () => Promise.reject(new Error('disk full'))],
  ])('that %s change nothing about the call and warn once each', async (_, broken) => {
    await using server = await startServer(failOnce);
    const hooks = { onAttempt: broken, onRetry: broken, onSuccess: broken };
    const { client } = scriptedClient({ baseUrl: server.url, hooks });
    const warnings = await warningsOf(async () => {
      await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
      await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
    });
    expect(warnings.map(([message]) => message)).toEqual([
      'The hook onAttempt failed (Error: disk full). Calls go on without it.',
      'The hook onRetry failed (Error: disk full). Calls go on without it.',
      'The hook onSuccess failed (Error: disk full). Calls go on without it.',
    ]);
    expect(warnings[0]?.[1]).toMatchObject({ code: 'ITERABLE_CLIENT_HOOK' });
    expect(client.statistics()['users/update']).toMatchObject({ succeeded: 2, failed: 0 });
  });

  it('that throw do not hide the error of a call', async () => {
    await using server = await startServer((reply) => void reply.writeHead(404).end());
    const onFailure = (): never => {
      throw new Error('disk full');
    };
    const { client } = scriptedClient({ baseUrl: server.url, hooks: { onFailure } });
    const warnings = await warningsOf(async () => {
      expect(await failureOf(client.users.update(user))).toMatchObject({ status: 404 });
    });
    expect(warnings).toHaveLength(1);
  });

  it('of a single call are called after those of the client', async () => {
    await using server = await startServer(failOnce);
    const { client, events } = scriptedClient({ baseUrl: server.url });
    const own: string[] = [];
    const note = (event: CallEvent): void => void own.push(`${events.length}: ${event.attempt}`);
    const hooks = { onAttempt: note, onRetry: note, onSuccess: note };
    await client.users.update(user, { hooks });
    await client.users.update(user);
    expect(own).toEqual(['1: 1', '2: 1', '3: 2', '4: 2']);
  });

  it('of a single call get its error, even where nothing was sent', async () => {
    const failed: unknown[] = [];
    const hooks = { onFailure: (event: object) => void failed.push(event) };
    const error = await failureOf(scriptedClient().client.users.update({ email: '' }, { hooks }));
    expect(failed).toEqual([
      { operation: 'users/update', callId: 1, attempt: 0, maxAttempts: 3, error },
    ]);
  });

  it('of many calls warn once in all', async () => {
    await using server = await startServer((reply) => answerJson(reply, SUCCESS));
    const { client } = scriptedClient({ baseUrl: server.url });
    const onAttempt = (): never => {
      throw new Error('disk full');
    };
    const warnings = await warningsOf(async () => {
      for (let call = 0; call < 3; call += 1) {
        await client.users.update(user, { hooks: { onAttempt } });
      }
    });
    expect(warnings).toHaveLength(1);
  });

  it('cannot change an event for the hooks after them', async () => {
    await using server = await startServer((reply) => answerJson(reply, SUCCESS));
    const onAttempt = (event: CallEvent): void => void Object.assign(event, { operation: 'x' });
    const { client } = scriptedClient({ baseUrl: server.url, hooks: { onAttempt } });
    const warnings = await warningsOf(() => client.users.update(user));
    expect(warnings[0]?.[0]).toContain('read only');
  });
});

describe('statistics', () => {
  it('agree with what the server counted', async () => {
    await using server = await startServer((reply, _, count) => {
      if (count % 4 === 0) reply.writeHead(503).end();
      else if (count % 7 === 0) reply.writeHead(400).end();
      else answerJson(reply, SUCCESS);
    });
    const { client } = scriptedClient({ baseUrl: server.url, maxAttempts: 2 });
    await Promise.allSettled(Array.from({ length: 50 }, () => client.users.update(user)));
    await client.events.track({ ...user, eventName: 'opened' }).catch(() => undefined);
    const { 'users/update': updates, 'events/track': tracks } = client.statistics();
    const sent = (path: string): number =>
      server.seen.filter(({ url }) => url === `/api/${path}`).length;
    expect(updates?.attempts).toBe(sent('users/update'));
    expect(tracks?.attempts).toBe(sent('events/track'));
    const { calls = 0, succeeded = 0, failed = 0, attempts = 0, retries = {} } = updates ?? {};
    expect(calls).toBe(50);
    expect(succeeded + failed).toBe(50);
    expect(attempts).toBe(50 + (retries['503'] ?? 0));
    expect(updates?.waitMs).toBe(1000 * (retries['503'] ?? 0));
  });

  it('are a frozen snapshot', async () => {
    await using server = await startServer(failOnce);
    const { client } = scriptedClient({ baseUrl: server.url });
    await client.users.update(user);
    const before = client.statistics();
    await client.users.update(user);
    expect(before).toEqual({
      'users/update': {
        calls: 1,
        succeeded: 1,
        failed: 0,
        attempts: 2,
        retries: { 503: 1 },
        waitMs: 1000,
        rateLimitWaitMs: 0,
        latencyMs: { p50: expect.any(Number), p95: expect.any(Number), p99: expect.any(Number) },
      },
    });
    expect(Object.isFrozen(before)).toBe(true);
    expect(Object.isFrozen(before['users/update'])).toBe(true);
    expect(Object.isFrozen(before['users/update']?.retries)).toBe(true);
  });
});
