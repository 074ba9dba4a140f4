import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import { bulkUpdate, call, openRaw, refusal, startSandbox, updateUser } from './support.js';

const noKey = { headers: {} };
const script = { operation: 'users/update' as const, replies: [{ status: 503 }, { status: 500 }] };

/** A request with headers that `fetch` does not let through. */
function withHeaders(
  sandbox: Sandbox,
  headers: Record<string, string>,
  { method = 'POST', path = '/_sandbox/reset' } = {},
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${sandbox.url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end(method === 'POST' ? '{}' : undefined);
  });
}

describe('faults over HTTP', () => {
  it('are added, listed and dropped', async () => {
    const sandbox = await startSandbox();
    const added = await call(sandbox, '/_sandbox/faults', { body: script, ...noKey });
    expect([added.status, added.body]).toEqual([200, { pending: [script] }]);
    expect((await updateUser(sandbox, { userId: 'ann' })).status).toBe(503);
    const { body } = await call(sandbox, '/_sandbox/faults', noKey);
    expect(body).toEqual({ pending: [{ ...script, replies: [{ status: 500 }] }] });
    await call(sandbox, '/_sandbox/faults', { method: 'DELETE', ...noKey });
    expect(sandbox.faults.pending()).toEqual([]);
    expect((await updateUser(sandbox, { userId: 'ann' })).status).toBe(200);
  });

  it.each([
    [{ operation: 'users/updat', replies: [{ status: 503 }] }, "did you mean 'users/update'?"],
    [{ operation: 'users/update', replies: [] }, 'at least one reply'],
    [[], 'must be an object'],
  ])('%j are refused and tell why', async (body, message) => {
    const answer = await call(await startSandbox(), '/_sandbox/faults', { body, ...noKey });
    expect(answer).toMatchObject(refusal(400, 'BadParams'));
    expect(answer.body).toMatchObject({ msg: expect.stringContaining(message) as string });
  });

  it('must be JSON', async () => {
    const answer = await call(await startSandbox(), '/_sandbox/faults', { body: '{', ...noKey });
    expect(answer).toMatchObject(refusal(400, 'BadJsonBody'));
  });
});

describe('the state over HTTP', () => {
  it('is reset', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { userId: 'ann' });
    await call(sandbox, '/_sandbox/reset', { body: {}, ...noKey });
    expect([sandbox.users.count(), sandbox.requests]).toEqual([0, []]);
  });

  it('is seeded', async () => {
    const sandbox = await startSandbox();
    const body = {
      users: [{ userId: 'ann', dataFields: { plan: 'pro' } }],
      events: [{ userId: 'ann', eventName: 'e', id: 'e-1' }],
    };
    const answer = await call(sandbox, '/_sandbox/seed', { body, ...noKey });
    expect(answer.status).toBe(200);
    expect(sandbox.users.get({ userId: 'ann' })?.dataFields).toEqual({ plan: 'pro' });
    expect(sandbox.events.all()).toMatchObject([{ id: 'e-1', userId: 'ann' }]);
    expect(sandbox.requests).toEqual([]);
  });

  it.each([
    [{ user: [] }, "did you mean 'users'?"],
    [{ users: [{ email: 5 }] }, 'String value expected'],
    [{ events: [{ userId: 'nobody', eventName: 'e' }] }, '1 failed, 1 in notFoundUserIds'],
    [
      {
        users: [
          { userId: 'a', dataFields: { n: 1 } },
          { userId: 'b', dataFields: { n: 'x' } },
        ],
      },
      "Field 'n' already exists",
    ],
  ])('is not seeded with %j', async (body, message) => {
    const answer = await call(await startSandbox(), '/_sandbox/seed', { body, ...noKey });
    expect(answer).toMatchObject(refusal(400, 'BadParams'));
    expect(answer.body).toMatchObject({ msg: expect.stringContaining(message) as string });
    expect(JSON.stringify(answer.body)).not.toContain('nobody');
  });
});

describe('a page of another site', () => {
  it.each<[string, Record<string, string>, number]>([
    ['with its origin', { origin: 'https://example.com' }, 403],
    ['with an opaque origin', { origin: 'null' }, 403],
    ['by its fetch metadata', { 'sec-fetch-site': 'cross-site' }, 403],
    ['of the same site on another port', { 'sec-fetch-site': 'same-site' }, 403],
    ['by a name that leads here', { host: 'attacker.example.com' }, 403],
    ['with a form', { 'content-type': 'text/plain' }, 415],
    ['with no content type', { 'content-type': '' }, 415],
  ])('cannot steer the sandbox: %s', async (_name, headers, status) => {
    const sandbox = await startSandbox();
    await bulkUpdate(sandbox, [{ userId: 'ann' }]);
    const all = { 'content-type': 'application/json', ...headers };
    expect(await withHeaders(sandbox, all)).toBe(status);
    expect(sandbox.users.count()).toBe(1);
  });

  it('cannot read by a name that leads here', async () => {
    const sandbox = await startSandbox();
    const options = { method: 'GET', path: '/_sandbox/users' };
    expect(await withHeaders(sandbox, { host: 'attacker.example.com' }, options)).toBe(403);
    expect(await withHeaders(sandbox, { host: 'localhost:80' }, options)).toBe(200);
    expect(await withHeaders(sandbox, { host: '[::1]' }, options)).toBe(200);
  });

  it('is let in where it is the page of the sandbox', async () => {
    const sandbox = await startSandbox();
    const headers = { 'content-type': 'application/json; charset=utf-8', origin: sandbox.url };
    expect(await withHeaders(sandbox, { ...headers, 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  it('cannot do without a Host', async () => {
    const sandbox = await startSandbox();
    const { received } = openRaw(sandbox, 'GET /_sandbox/users HTTP/1.0\r\n\r\n');
    expect(await received).toContain('403 Forbidden');
  });
});
