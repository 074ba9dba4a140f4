import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import { call, eventually, KEY, openRaw, refusal, startSandbox, updateUser } from './support.js';

const UPDATE = '/api/users/update';

// nock stands behind every socket, and waits for HTTP that is whole. Here it often is not.
beforeAll(() => nock.restore());
afterAll(() => nock.activate());

/** A refusal must leave the server fit for the next request. */
async function expectAlive(sandbox: Sandbox): Promise<void> {
  expect((await updateUser(sandbox, { userId: 'next' })).status).toBe(200);
}

function head(more: readonly string[]): string {
  return [`POST ${UPDATE} HTTP/1.1`, 'Host: sandbox', `Api-Key: ${KEY}`, ...more, '', ''].join(
    '\r\n',
  );
}

describe('an unknown path', () => {
  it.each([
    ['GET', '/api/users'],
    ['POST', '/api/lists/subscribers'],
    ['POST', '/api/users/update/'],
    ['POST', '//api/users/update'],
    ['GET', '/api/users/byUserId/'],
    ['GET', '/api/users/%ff'],
    ['GET', '/_sandbox'],
  ])('is refused in Iterable’s envelope: %s %s', async (method, path) => {
    const sandbox = await startSandbox();
    const answer = await call(sandbox, path, { method, ...(method === 'POST' && { body: {} }) });
    expect(answer).toMatchObject(refusal(404, 'NotFound'));
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(sandbox.requestCounts).toEqual({ unknown: { 404: 1 } });
  });

  it.each([
    ['GET', UPDATE, 'POST'],
    ['PUT', UPDATE, 'POST'],
    ['POST', '/api/users/getFields', 'GET'],
    ['PUT', '/api/users/ann@example.com', 'DELETE, GET'],
  ])('is what a wrong method makes of it: %s %s', async (method, path, right) => {
    const sandbox = await startSandbox();
    const answer = await call(sandbox, path, { method });
    expect(answer).toMatchObject(refusal(404, 'NotFound'));
    expect(answer.body).toMatchObject({
      msg: expect.stringContaining(`answers ${right}`) as string,
    });
  });
});

describe('a body', () => {
  it.each([
    ['that is no JSON', '{"email":'],
    ['that is empty', ''],
    ['with a byte order mark', '\ufeff{}'],
    ['with a trailing comma', '{"userId":"ann",}'],
  ])('%s is refused', async (_what, body) => {
    const sandbox = await startSandbox();
    const answer = await call(sandbox, UPDATE, { body });
    expect(answer).toMatchObject(refusal(400, 'BadJsonBody'));
    expect(answer.body).toMatchObject({ msg: `[${UPDATE}] Invalid JSON body` });
    expect(sandbox.users.count()).toBe(0);
  });

  it('that is not UTF-8 is refused, not patched up', async () => {
    const sandbox = await startSandbox();
    const response = await fetch(sandbox.url + UPDATE, {
      method: 'POST',
      headers: { 'api-key': KEY },
      body: Buffer.from('{"userId":"ann","dataFields":{"name":"J\xfcrgen"}}', 'latin1'),
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'BadJsonBody' }]);
    expect(sandbox.users.count()).toBe(0);
  });

  it('that comes in pieces, cut inside a character, is put together', async () => {
    const sandbox = await startSandbox();
    const body = Buffer.from('{"userId":"ann","dataFields":{"name":"Jürgen"}}');
    const cut = body.indexOf(0xbc);
    const { socket, received } = openRaw(
      sandbox,
      head([`Content-Length: ${body.length}`, 'Connection: close']),
    );
    await new Promise<void>((resolve) => socket.write(body.subarray(0, cut), () => resolve()));
    // Time for the first piece to arrive alone; the test holds where it does not.
    await setTimeout(20);
    socket.write(body.subarray(cut));
    expect(await received).toMatch(/^HTTP\/1\.1 200 /);
    expect(sandbox.users.get({ userId: 'ann' })?.dataFields).toEqual({ name: 'Jürgen' });
  });

  it('of exactly 4,000,000 bytes is taken, and of one more is refused', async () => {
    const sandbox = await startSandbox();
    const frame = '{"userId":"ann","dataFields":{"note":""}}';
    const body = (bytes: number): string =>
      frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);
    expect((await updateUser(sandbox, body(4_000_000))).status).toBe(200);
    const answer = await updateUser(sandbox, body(4_000_001));
    expect(answer).toMatchObject(refusal(413, 'BatchTooLarge'));
    expect(sandbox.requestCounts).toEqual({ 'users/update': { 200: 1, 413: 1 } });
  });

  it('is counted in bytes, not in characters', async () => {
    const sandbox = await startSandbox({ maxBodyBytes: 50 });
    const body = `{"userId":"ann","dataFields":{"n":"${'ü'.repeat(10)}"}}`;
    expect([body.length, Buffer.byteLength(body)]).toEqual([48, 58]);
    expect((await updateUser(sandbox, body)).status).toBe(413);
  });

  it('without an end is refused, and the connection is closed', async () => {
    const sandbox = await startSandbox({ maxBodyBytes: 1000 });
    const { socket, received } = openRaw(sandbox, head(['Transfer-Encoding: chunked']));
    const chunk = `3e8\r\n${'x'.repeat(1000)}\r\n`;
    const pump = (): void => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', pump);
    pump();
    expect(await received).toMatch(/^HTTP\/1\.1 413 [^]*BatchTooLarge/);
    expect(sandbox.requestCounts).toEqual({ 'users/update': { 413: 1 } });
    await expectAlive(sandbox);
  });

  it('whose sender goes away is no request that was answered', async () => {
    const sandbox = await startSandbox();
    const { socket } = openRaw(sandbox, head(['Content-Length: 100', 'Expect: 100-continue']));
    // The server has read the headers once it asks for the body.
    await new Promise((resolve) => socket.once('data', resolve));
    socket.resetAndDestroy();
    await eventually(() => sandbox.requestCounts).toEqual({ 'users/update': { none: 1 } });
    expect(sandbox.users.count()).toBe(0);
    await expectAlive(sandbox);
  });
});

describe('malformed HTTP', () => {
  it.each([
    ['nonsense', 'nonsense\r\n\r\n', 400],
    ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['no host', `GET /api/users/getFields HTTP/1.1\r\n\r\n`, 400],
    ['two lengths', head(['Content-Length: 5', 'Content-Length: 6']), 400],
    ['a length and chunks', head(['Content-Length: 5', 'Transfer-Encoding: chunked']), 400],
    ['a length that is no number', head(['Content-Length: ten']), 400],
    ['a broken chunk', `${head(['Transfer-Encoding: chunked'])}xyz\r\n`, 400],
    ['a header without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(20_000)}`, 431],
  ])('is refused: %s', async (_what, text, status) => {
    const sandbox = await startSandbox();
    expect(await openRaw(sandbox, text).received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(sandbox.users.count()).toBe(0);
    await expectAlive(sandbox);
  });

  it('behind a request that is still being answered ends the connection without a false reply', async () => {
    const sandbox = await startSandbox();
    sandbox.faults.add({ operation: 'users/update', replies: [{ delayMs: 600_000 }] });
    const body = '{"userId":"ann"}';
    const { socket, received } = openRaw(sandbox, head([`Content-Length: ${body.length}`]) + body);
    await eventually(() => sandbox.users.count()).toBe(1);
    socket.write('nonsense\r\n\r\n');
    expect(await received).toBe('');
    await eventually(() => sandbox.requestCounts).toEqual({ 'users/update': { none: 1 } });
  });
});

describe('a slow sender', () => {
  it('of headers is refused', async () => {
    const sandbox = await startSandbox({ requestTimeoutMs: 250 });
    const { received } = openRaw(sandbox, `POST ${UPDATE} HTTP/1.1\r\nHost: x\r\n`);
    expect(await received).toMatch(/^HTTP\/1\.1 408 /);
    await expectAlive(sandbox);
  });

  it('of a body is refused, and so it stands in the journal', async () => {
    const sandbox = await startSandbox({ requestTimeoutMs: 250 });
    const { received } = openRaw(sandbox, `${head(['Content-Length: 100'])}{"userId":`);
    expect(await received).toMatch(/^HTTP\/1\.1 408 /);
    expect(sandbox.requestCounts).toEqual({ 'users/update': { 408: 1 } });
    expect(sandbox.users.count()).toBe(0);
    await expectAlive(sandbox);
  });
});

describe('a connection', () => {
  it('is kept for the next request', async () => {
    const sandbox = await startSandbox();
    const body = '{"userId":"ann"}';
    const request = (more: readonly string[]): string =>
      head([`Content-Length: ${body.length}`, ...more]) + body;
    const { received } = openRaw(sandbox, request([]) + request(['Connection: close']));
    expect((await received).match(/HTTP\/1\.1 200 /g)).toHaveLength(2);
  });

  it('that is idle does not keep the sandbox from closing', async () => {
    const sandbox = await startSandbox();
    const { socket, received } = openRaw(sandbox, '');
    await new Promise((resolve) => socket.once('connect', resolve));
    await updateUser(sandbox, { userId: 'ann' });
    await sandbox.close();
    expect(await received).toBe('');
    expect(sandbox.users.count()).toBe(1);
  });

  it('cannot be opened after close', async () => {
    const sandbox = await startSandbox();
    await sandbox.close();
    await sandbox.close();
    const { port } = new URL(sandbox.url);
    const error = await new Promise((resolve) => {
      connect(Number(port), '127.0.0.1').on('error', resolve);
    });
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
