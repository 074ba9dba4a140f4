import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { startCounting } from './counting-server.js';
import { failureOf } from './failure-of.js';
import { SUCCESS, answerJson, startServer } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const FIELDS = { fields: { plan: 'string' } };

describe('bodies over real sockets', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['GZIP', gzipSync],
  ])('come compressed with %s', async (coding, compress) => {
    await using server = await startServer((reply) => {
      reply.writeHead(200, { 'content-encoding': coding }).end(compress(JSON.stringify(FIELDS)));
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    await expect(client.users.getFields()).resolves.toEqual(FIELDS);
    expect(server.seen[0]?.headers['accept-encoding']).toBe('gzip, deflate, br');
  });

  it.each([
    ['cut', gzipSync(JSON.stringify(FIELDS)).subarray(0, -6)],
    ['not compressed at all', Buffer.from(JSON.stringify(FIELDS))],
  ])('that say gzip and are %s prove nothing', async (_, bytes) => {
    await using server = await startServer((reply) => {
      reply.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes);
    });
    const { client } = scriptedClient({ baseUrl: server.url, maxAttempts: 1 });
    const error = await failureOf(client.users.getFields());
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', effect: 'unknown', retryable: true });
  });

  it('that come in many pieces are put together', async () => {
    const text = JSON.stringify({ fields: { text: 'Ada ✓ '.repeat(100_000) } });
    await using server = await startServer(async (reply) => {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += 65_537) {
        reply.write(bytes.subarray(at, at + 65_537));
        await new Promise(setImmediate);
      }
      reply.end();
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    await expect(client.users.getFields()).resolves.toEqual(JSON.parse(text));
  });

  it.each([204, 205, 304])('are missing with a %i, which proves nothing', async (status) => {
    await using server = await startCounting((reply) => void reply.writeHead(status).end());
    const { client } = scriptedClient({ baseUrl: server.url, maxAttempts: 1 });
    await failureOf(client.users.getFields());
    await failureOf(client.users.getFields());
    expect(server.sockets.size).toBe(1);
  });

  it('are passed over with a 205, which has none', async () => {
    await using server = await startCounting((reply) => {
      reply.writeHead(205).write('{"code":');
      setImmediate(() => reply.end('"Success"}'));
    });
    const { client } = scriptedClient({ baseUrl: server.url, maxAttempts: 1 });
    const error = await failureOf(client.users.getFields());
    expect(error).toMatchObject({ code: 'RESPONSE_SHAPE', status: 205 });
    expect(error.message).toContain('HTTP 205 with an empty body');
  });

  it('have their length told, whatever the method', async () => {
    await using server = await startServer((reply) => answerJson(reply, SUCCESS));
    const { client } = scriptedClient({ baseUrl: server.url });
    for (const method of ['DELETE', 'PUT', 'PATCH', 'POST'] as const) {
      await client.request(method, '/api/things', { body: { name: 'Ada ✓' } });
    }
    expect(server.seen.map(({ headers }) => headers['content-length'])).toEqual(
      Array<string>(4).fill('18'),
    );
    expect(server.seen.every(({ body }) => body === '{"name":"Ada ✓"}')).toBe(true);
  });
});
