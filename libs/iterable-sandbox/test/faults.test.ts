import { describe, expect, it } from 'vitest';
import type { FaultReply, Sandbox } from '../src/index.js';
import {
  bulkUpdate,
  call,
  eventually,
  KEY,
  startSandbox,
  track,
  trackBulk,
  updateUser,
} from './support.js';

const ann = { email: 'ann@example.com' };

async function sandboxWith(...replies: FaultReply[]): Promise<Sandbox> {
  const sandbox = await startSandbox();
  sandbox.faults.add({ operation: 'users/update', replies });
  return sandbox;
}

/** The code of a network error, as Node's fetch wraps it. */
async function networkError(request: Promise<unknown>): Promise<unknown> {
  const error: unknown = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TypeError);
  return ((error as Error).cause as { code?: string }).code;
}

describe('status', () => {
  it.each([
    [429, 'RateLimitExceeded', 'Exceeded rate limit.'],
    [500, 'GenericError', 'Please try again later'],
    [401, 'BadApiKey', 'Invalid API key'],
    [413, 'BatchTooLarge', 'Request body is too large'],
  ])('%d comes with the usual envelope, and the work is not done', async (status, code, msg) => {
    const sandbox = await sandboxWith({ status });
    expect(await updateUser(sandbox, ann)).toMatchObject({ status, body: { code, msg } });
    expect(sandbox.users.count()).toBe(0);
  });

  it('comes with the body and the headers of the script', async () => {
    const body = { msg: 'Slow down', code: 'RateLimitExceeded', params: { rateLimitReset: 7 } };
    const sandbox = await sandboxWith({ status: 429, body, headers: { 'Retry-After': '7' } });
    const answer = await updateUser(sandbox, ann);
    expect([answer.status, answer.body]).toEqual([429, body]);
    expect(answer.headers.get('retry-after')).toBe('7');
  });

  it('sends a text as it is, and an empty 204 as one', async () => {
    const sandbox = await sandboxWith({ status: 502, body: 'Bad gateway' }, { status: 204 });
    const send = (): Promise<Response> =>
      fetch(`${sandbox.url}/api/users/update`, { method: 'POST', body: JSON.stringify(ann) });
    expect(await (await send()).text()).toBe('Bad gateway');
    const empty = await send();
    expect([empty.status, await empty.text()]).toEqual([204, '']);
    expect(empty.headers.has('content-length')).toBe(false);
  });
});

describe('reset', () => {
  it('before: the connection ends and nothing is done', async () => {
    const sandbox = await sandboxWith({ reset: 'before' });
    expect(await networkError(updateUser(sandbox, ann))).toBe('ECONNRESET');
    expect(sandbox.users.count()).toBe(0);
    expect(sandbox.requests).toMatchObject([{ operation: 'users/update', status: null }]);
  });

  it('after: the work is done and only the reply is lost', async () => {
    const sandbox = await sandboxWith({ reset: 'after' });
    expect(await networkError(updateUser(sandbox, ann))).toBe('ECONNRESET');
    expect(sandbox.users.get(ann)).toBeDefined();
    expect(sandbox.requestCounts).toEqual({ 'users/update': { none: 1 } });
  });

  it('after: an event with an id that is sent again is there once', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, ann);
    sandbox.faults.add({ operation: 'events/track', replies: [{ reset: 'after' }] });
    const event = { ...ann, eventName: 'e', id: 'e-1' };
    await networkError(track(sandbox, event));
    expect((await track(sandbox, event)).status).toBe(200);
    expect(sandbox.events.count()).toBe(1);
  });
});

describe('html', () => {
  it('sends a page where JSON was asked for, and the work is not done', async () => {
    const sandbox = await sandboxWith({ html: true }, { html: true, status: 502 });
    for (const status of [200, 502]) {
      const response = await fetch(`${sandbox.url}/api/users/update`, {
        method: 'POST',
        headers: { 'api-key': KEY },
        body: JSON.stringify(ann),
      });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('text/html');
      expect(await response.text()).toContain('<html>');
    }
    expect(sandbox.users.count()).toBe(0);
  });
});

describe('truncate', () => {
  it('does the work and breaks its reply off in the middle of the JSON', async () => {
    const sandbox = await sandboxWith({ truncate: true });
    const response = await fetch(`${sandbox.url}/api/users/update`, {
      method: 'POST',
      headers: { 'api-key': KEY },
      body: JSON.stringify(ann),
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect('{"msg":"","code":"Success","params":null}'.startsWith(text)).toBe(true);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(sandbox.users.get(ann)).toBeDefined();
  });
});

describe('wrongCounts', () => {
  it.each([
    [true, { successCount: 1, failCount: 1 }],
    [{ successCount: 5 }, { successCount: 5, failCount: 1 }],
    [{ failCount: 0 }, { successCount: 2, failCount: 0 }],
  ] as const)('%j does the work and counts wrongly', async (wrongCounts, counts) => {
    const sandbox = await startSandbox();
    sandbox.faults.add({ operation: 'users/bulkUpdate', replies: [{ wrongCounts }] });
    const users = [ann, { userId: 'bob' }, { email: 'x' }];
    const answer = await bulkUpdate(sandbox, users);
    expect(answer).toMatchObject({ status: 200, body: counts });
    expect(sandbox.users.count()).toBe(2);
  });

  it('counts one success too many where there is none to take away', async () => {
    const sandbox = await startSandbox();
    sandbox.faults.add({ operation: 'events/trackBulk', replies: [{ wrongCounts: true }] });
    const { body } = await trackBulk(sandbox, [{ ...ann, eventName: 'e' }]);
    expect(body).toMatchObject({ successCount: 1, failCount: 1 });
  });

  it('leaves a refusal as it is', async () => {
    const sandbox = await startSandbox();
    sandbox.faults.add({ operation: 'users/bulkUpdate', replies: [{ wrongCounts: true }] });
    expect(await bulkUpdate(sandbox, 'no array')).toMatchObject({ status: 400 });
  });
});

describe('delayMs', () => {
  it('does the work when the request arrives, and answers later', async () => {
    const sandbox = await sandboxWith({ delayMs: 600_000 });
    const controller = new AbortController();
    const request = call(sandbox, '/api/users/update', { body: ann, signal: controller.signal });
    await eventually(() => sandbox.users.count()).toBe(1);
    expect(sandbox.requests).toEqual([]);
    controller.abort();
    await expect(request).rejects.toThrow();
    await eventually(() => sandbox.requestCounts).toEqual({ 'users/update': { none: 1 } });
  });

  it('answers as usual after the delay', async () => {
    const sandbox = await sandboxWith({ delayMs: 20 });
    expect(await updateUser(sandbox, ann)).toMatchObject({ status: 200 });
    expect(sandbox.requests).toMatchObject([{ status: 200, fault: true }]);
  });

  it('goes before another fault', async () => {
    const sandbox = await sandboxWith(
      { delayMs: 5, then: { status: 503 } },
      { delayMs: 5, then: { reset: 'after' } },
    );
    expect((await updateUser(sandbox, ann)).status).toBe(503);
    expect(sandbox.users.count()).toBe(0);
    expect(await networkError(updateUser(sandbox, ann))).toBe('ECONNRESET');
    expect(sandbox.users.count()).toBe(1);
  });

  it('keeps nobody from closing the sandbox', async () => {
    const sandbox = await sandboxWith({ delayMs: 600_000 });
    const request = networkError(updateUser(sandbox, ann));
    await eventually(() => sandbox.users.count()).toBe(1);
    await sandbox.close();
    expect(await request).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
  });
});
