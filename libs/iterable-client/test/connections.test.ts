import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { type EventEmitter, getEventListeners } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { IterableClient, IterableError } from '../src/index.js';
import { startCounting, until } from './counting-server.js';
import { failureOf } from './failure-of.js';
import { SUCCESS, answerJson } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com' };
const unlimited = { rateLimits: false };

describe('connections', () => {
  it('are kept for the next request', async () => {
    await using server = await startCounting((reply) => answerJson(reply, SUCCESS));
    const { client } = scriptedClient({ baseUrl: server.url });
    for (let call = 0; call < 5; call += 1) await client.users.update(user);
    expect(server.sockets.size).toBe(1);
  });

  it('are kept after error replies and long bodies too', async () => {
    await using server = await startCounting((reply, _, count) => {
      if (count === 1) reply.writeHead(503).end('busy');
      else answerJson(reply, { fields: { text: 'x'.repeat(500_000) } });
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    await client.users.getFields();
    await client.users.getFields();
    expect(server.sockets.size).toBe(1);
  });

  it('are 256 at most; other requests wait for one', async () => {
    let waiting: (() => void)[] = [];
    await using server = await startCounting((reply) => {
      waiting.push(() => answerJson(reply, SUCCESS));
    });
    const { client } = scriptedClient({ baseUrl: server.url, ...unlimited });
    const calls = Array.from({ length: 300 }, () => client.users.update(user));
    await until(() => waiting.length === 256);
    expect(server.sockets.size).toBe(256);
    const first = waiting;
    waiting = [];
    for (const answer of first) answer();
    await until(() => waiting.length === 300 - 256);
    for (const answer of waiting) answer();
    await Promise.all(calls);
    expect(server.sockets.size).toBe(256);
  });

  it('are left alone by a request that is aborted while it waits for one', async () => {
    const replies: (() => void)[] = [];
    await using server = await startCounting((reply) => {
      replies.push(() => answerJson(reply, SUCCESS));
    });
    const { client } = scriptedClient({ baseUrl: server.url, ...unlimited });
    const stop = new AbortController();
    const calls = Array.from({ length: 256 }, () => client.users.update(user));
    await until(() => replies.length === 256);
    const aborted = failureOf(client.users.update(user, { signal: stop.signal }));
    await new Promise(setImmediate);
    stop.abort();
    expect(await aborted).toMatchObject({ code: 'ABORTED' });
    for (const answer of replies) answer();
    await Promise.all(calls);
    expect(replies).toHaveLength(256);
  });

  it('end with the request that is aborted on them', async () => {
    const stop = new AbortController();
    await using server = await startCounting(() => stop.abort());
    const { client } = scriptedClient({ baseUrl: server.url });
    await failureOf(client.users.update(user, { signal: stop.signal }));
    await until(() => server.open() === 0);
  });

  it('that the server ended are not used again', async () => {
    await using server = await startCounting((reply, request, count) => {
      answerJson(reply, SUCCESS);
      if (count === 1) reply.once('finish', () => request.socket.end());
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    await client.users.update(user);
    await until(() => server.open() === 0);
    await client.users.update(user);
    expect(client.statistics()['users/update']).toMatchObject({ attempts: 2, retries: {} });
  });

  it('end when the client is closed, and it can still be used', async () => {
    await using server = await startCounting((reply) => answerJson(reply, SUCCESS));
    const { client } = scriptedClient({ baseUrl: server.url });
    await client.users.update(user);
    expect(server.open()).toBe(1);
    client.close();
    await until(() => server.open() === 0);
    await client.users.update(user);
    client[Symbol.dispose]();
    await until(() => server.open() === 0);
    expect(server.sockets.size).toBe(2);
  });

  it('under way end after their call when the client is closed', async () => {
    const replies: (() => void)[] = [];
    await using server = await startCounting((reply) => {
      replies.push(() => answerJson(reply, SUCCESS));
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    const call = client.users.update(user);
    await until(() => replies.length === 1);
    client.close();
    expect(server.open()).toBe(1);
    for (const answer of replies) answer();
    await expect(call).resolves.toEqual(SUCCESS);
    await until(() => server.open() === 0);
  });
});

describe('requests', () => {
  it('do not wait for replies to others', async () => {
    const late: (() => void)[] = [];
    await using server = await startCounting((reply, _, count) => {
      const answer = (): void => answerJson(reply, SUCCESS);
      if (count === 1) late.push(answer);
      else answer();
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    const first = client.users.update(user);
    await until(() => late.length === 1);
    for (let call = 0; call < 3; call += 1) await client.users.update(user);
    late[0]?.();
    await expect(first).resolves.toEqual(SUCCESS);
    expect(server.sockets.size).toBe(2);
  });

  it('leave no listener on the connection they went by', async () => {
    const sockets: EventEmitter[] = [];
    const note = (message: unknown): void => {
      sockets.push((message as { readonly socket: EventEmitter }).socket);
    };
    subscribe('net.client.socket', note);
    onTestFinished(() => void unsubscribe('net.client.socket', note));
    await using server = await startCounting((reply, _, count) => {
      if (count % 2 === 0) return answerJson(reply, { fields: {} });
      reply.writeHead(400).write('oh');
      setImmediate(() => reply.end(' no'));
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    const callAndCount = async (): Promise<unknown> => {
      await client.users.getFields().catch(() => undefined);
      const [socket] = sockets;
      return socket?.eventNames().map((name) => [name, socket.listenerCount(name)]);
    };
    await callAndCount();
    const after2 = await callAndCount();
    for (let call = 0; call < 20; call += 1) await callAndCount();
    expect(await callAndCount()).toEqual(after2);
    expect(server.sockets.size).toBe(1);
  });

  it('fail on a status that HTTP does not have, and let go of its connection', async () => {
    await using server = await startCounting((reply) => {
      reply.writeHead(999).write('Denied');
    });
    const { client } = scriptedClient({ baseUrl: server.url, maxAttempts: 1 });
    const error = await failureOf(client.users.update(user));
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', effect: 'unknown' });
    expect(error.message).toContain('no reply (what came has the status 999)');
    await until(() => server.open() === 0);
  });

  it('fail with the highest status that HTTP has as with any other', async () => {
    await using server = await startCounting((reply) => void reply.writeHead(599).end());
    const { client } = scriptedClient({ baseUrl: server.url });
    expect(await failureOf(client.users.update(user))).toMatchObject({
      code: 'API_ERROR',
      status: 599,
      attempts: 1,
    });
  });

  it('that never get a connection have surely done nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    // It takes connections and says nothing, so that no TLS comes about.
    const server = createServer(() => vi.advanceTimersByTime(10_000)).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await until(() => server.listening);
    const { port } = server.address() as AddressInfo;
    const { client } = scriptedClient({ baseUrl: `https://127.0.0.1:${port}`, maxAttempts: 2 });
    expect(await failureOf(client.users.update(user))).toMatchObject({
      code: 'NETWORK_ERROR',
      systemCode: 'CONNECT_TIMEOUT',
      attempts: 2,
      effect: 'none',
    });
  });
});

describe('a request that is aborted', () => {
  const immediate = (): Promise<unknown> => new Promise(setImmediate);
  const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

  /** Aborts a call some steps after its beginning. */
  const abortedAfter = async (
    client: IterableClient,
    steps: number,
    step: () => unknown,
  ): Promise<string> => {
    const stop = new AbortController();
    const { signal } = stop;
    const call = client.users.update(user, { signal }).then(
      () => 'done',
      (error: IterableError) => error.code,
    );
    for (let count = 0; count < steps; count += 1) await step();
    stop.abort();
    const outcome = await call;
    expect(listeners(signal)).toBe(0);
    return outcome;
  };

  it('at any moment of its way ends at once and leaves nothing behind', async () => {
    await using server = await startCounting(async (reply) => {
      const text = JSON.stringify(SUCCESS);
      reply.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
      for (const character of text) {
        await immediate();
        reply.write(character);
      }
      reply.end();
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    const outcomes: string[] = [];
    while (!outcomes.includes('done')) {
      outcomes.push(await abortedAfter(client, outcomes.length, immediate));
    }
    expect(new Set(outcomes.slice(0, -1))).toEqual(new Set(['ABORTED']));
    await until(() => server.open() === 1);
    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
    expect(client.statistics()['users/update']).toMatchObject({
      succeeded: 2,
      failed: outcomes.length - 1,
    });
  });

  it('before anything could be sent leaves nothing behind', async () => {
    await using server = await startCounting((reply) => answerJson(reply, SUCCESS));
    const { client } = scriptedClient({ baseUrl: server.url });
    for (let steps = 0; steps < 50; steps += 1) {
      expect(await abortedAfter(client, steps, () => undefined)).toBe('ABORTED');
    }
    await client.users.update(user);
    await until(() => server.open() === 1);
  });
});
