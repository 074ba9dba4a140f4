import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { IterableNetworkError } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { SUCCESS, answerJson, startServer } from './http-server.js';
import { API_KEY, scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com' };

function* endless(): Generator<Uint8Array> {
  const chunk = new Uint8Array(1024 * 1024);
  for (;;) yield chunk;
}

describe('over real sockets', () => {
  it('sends method, path, body and headers', async () => {
    await using server = await startServer((reply) => answerJson(reply, SUCCESS));
    const { client } = scriptedClient({ baseUrl: `${server.url}/proxy` });
    await client.users.update({ ...user, dataFields: { name: 'Ada ✓', big: 2n ** 60n } });
    expect(server.seen).toMatchObject([
      {
        method: 'POST',
        url: '/proxy/api/users/update',
        body: '{"email":"ada@example.com","dataFields":{"name":"Ada ✓","big":1152921504606846976}}',
        headers: {
          'api-key': API_KEY,
          accept: 'application/json',
          'content-type': 'application/json',
          'user-agent': expect.stringMatching(
            /^org-iterable-client\/\d+\.\d+\.\d+ node\/\d+/,
          ) as string,
        },
      },
    ]);
  });

  it('sends the key nowhere but in its header', async () => {
    await using server = await startServer((reply) => answerJson(reply, { fields: {} }));
    const { client } = scriptedClient({ baseUrl: server.url });
    await client.users.getFields();
    const [request] = server.seen;
    const { 'api-key': key, ...headers } = request?.headers ?? {};
    expect(key).toBe(API_KEY);
    expect(JSON.stringify({ ...request, headers })).not.toContain(API_KEY);
    expect(headers['content-type']).toBeUndefined();
  });

  it('repeats what a reset connection lost', async () => {
    await using server = await startServer((reply, request, count) => {
      if (count === 1) request.socket.resetAndDestroy();
      else answerJson(reply, SUCCESS);
    });
    const { client, waits } = scriptedClient({ baseUrl: server.url });
    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
    expect(waits).toEqual([1000]);
    expect(client.statistics()['users/update']).toMatchObject({
      attempts: server.seen.length,
      retries: { network: 1 },
    });
  });

  it('repeats what broke off in the middle of the body', async () => {
    await using server = await startServer((reply, request, count) => {
      if (count > 1) return answerJson(reply, SUCCESS);
      reply.writeHead(200, { 'content-length': 100 }).write('{"code":"Succ');
      setTimeout(() => request.socket.destroy(), 20);
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
    expect(client.statistics()['users/update']?.retries).toEqual({ network: 1 });
  });

  it('keeps the status of an error reply whose body breaks off', async () => {
    await using server = await startServer((reply, request) => {
      reply.writeHead(400, { 'content-length': 100 }).write('{"code":"Bad');
      setTimeout(() => request.socket.destroy(), 20);
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    expect(await failureOf(client.users.update(user))).toMatchObject({ status: 400, attempts: 1 });
  });

  it('says who could not be reached, and that nothing was done', async () => {
    const server = await startServer(() => undefined);
    await server[Symbol.asyncDispose]();
    const { client, waits } = scriptedClient({ baseUrl: server.url });
    const error = await failureOf<IterableNetworkError>(client.users.update(user));
    expect(error).toBeInstanceOf(IterableNetworkError);
    expect(error).toMatchObject({
      code: 'NETWORK_ERROR',
      systemCode: 'ECONNREFUSED',
      attempts: 3,
      retryable: true,
      effect: 'none',
    });
    expect(error.message).toMatch(
      /^users\/update failed after 3 attempts: no reply \(.*ECONNREFUSED/,
    );
    expect(waits).toEqual([1000, 2000]);
  });

  it('sends no request that it does not count, whatever the method', async () => {
    await using server = await startServer((_, request) => void request.socket.resetAndDestroy());
    const { client } = scriptedClient({ baseUrl: server.url });
    await failureOf(client.users.getFields());
    expect(server.seen).toHaveLength(3);
    expect(client.statistics()['users/getFields']?.attempts).toBe(3);
  });

  it('puts characters together that came in two pieces', async () => {
    const bytes = Buffer.from('{"fields":{"✓":"string"}}');
    await using server = await startServer((reply) => {
      reply.write(bytes.subarray(0, 12));
      setTimeout(() => reply.end(bytes.subarray(12)), 20);
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    await expect(client.users.getFields()).resolves.toEqual({ fields: { '✓': 'string' } });
  });

  it('lets go of an error body that is too long', async () => {
    let close = (): void => undefined;
    const closed = new Promise<void>((resolve) => (close = resolve));
    await using server = await startServer((reply) => {
      reply.writeHead(503).once('close', close);
      Readable.from(endless()).pipe(reply);
    });
    const { client } = scriptedClient({ baseUrl: server.url, maxAttempts: 1 });
    expect(await failureOf(client.users.update(user))).toMatchObject({ status: 503 });
    await closed;
  });

  it('lets go of the body of a redirect', async () => {
    let close = (): void => undefined;
    const closed = new Promise<void>((resolve) => (close = resolve));
    await using server = await startServer((reply) => {
      reply.writeHead(302, { location: 'https://example.com/' }).once('close', close);
      Readable.from(endless()).pipe(reply);
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    const error = await failureOf(client.users.update(user));
    expect(error).toMatchObject({ code: 'REDIRECT_REFUSED', status: 302 });
    await closed;
  });

  it('refuses a redirect and does not show the key to the other host', async () => {
    await using other = await startServer((reply) => answerJson(reply, SUCCESS));
    await using server = await startServer((reply) => {
      reply.writeHead(307, { location: `${other.url}/api/users/update?token=hunter2` }).end();
    });
    const { client, waits } = scriptedClient({ baseUrl: server.url });
    const error = await failureOf(client.users.update(user));
    expect(error).toMatchObject({ code: 'REDIRECT_REFUSED', status: 307, retryable: false });
    expect(error.message).toContain(`a redirect to ${new URL(other.url).host}, is not followed`);
    expect(error.message).not.toContain('hunter2');
    expect(other.seen).toEqual([]);
    expect(waits).toEqual([]);
  });

  it('uses the fetch it is given', async () => {
    const asked: string[] = [];
    const { client } = scriptedClient({
      fetch: async (request: Request) => {
        asked.push(`${request.method} ${request.url} ${await request.text()}`);
        return Response.json(SUCCESS);
      },
    });
    await client.users.update(user);
    expect(asked).toEqual([
      'POST https://api.iterable.com/api/users/update {"email":"ada@example.com"}',
    ]);
  });

  it('takes a response without a body for an empty one', async () => {
    const { client } = scriptedClient({ fetch: async () => new Response(null), maxAttempts: 1 });
    const error = await failureOf(client.users.update(user));
    expect(error.message).toContain('HTTP 200 with an empty body');
  });

  it('does not read a good reply without end', async () => {
    const { client } = scriptedClient({
      fetch: async () => new Response(ReadableStream.from(endless())),
      maxAttempts: 1,
    });
    const error = await failureOf(client.users.update(user));
    expect(error.message).toContain('HTTP 200 with a body that is too long');
  });

  it('does not trust a reply that its fetch was redirected to', async () => {
    const redirected = Response.json(SUCCESS);
    Object.defineProperties(redirected, {
      redirected: { value: true },
      url: { value: 'https://elsewhere.example.com/x?y' },
    });
    const { client } = scriptedClient({ fetch: async () => redirected });
    const error = await failureOf(client.users.update(user));
    expect(error.code).toBe('REDIRECT_REFUSED');
    expect(error.message).toContain('a redirect to elsewhere.example.com,');
  });
});
