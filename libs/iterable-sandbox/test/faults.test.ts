import { describe, expect, it } from 'vitest';
import type { FaultReply, FaultScript, Sandbox } from '../src/index.js';
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

describe('scripts', () => {
  it('are used up in their order, by requests to their operation alone', async () => {
    const sandbox = await sandboxWith({ status: 503 }, { status: 500 });
    await call(sandbox, '/api/users/getFields');
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await updateUser(sandbox, ann)).status);
    expect(statuses).toEqual([503, 500, 200]);
    expect(sandbox.faults.pending()).toEqual([]);
  });

  it('wait for their user, whatever the case of the email', async () => {
    const sandbox = await startSandbox();
    sandbox.faults.add({
      operation: 'users/update',
      subject: { email: 'Ann@example.com' },
      replies: [{ status: 503 }],
    });
    expect((await updateUser(sandbox, { email: 'bob@example.com' })).status).toBe(200);
    expect((await updateUser(sandbox, { userId: 'ann@example.com' })).status).toBe(200);
    expect((await updateUser(sandbox, ann)).status).toBe(503);
  });

  it('find their user in a record of a bulk request, in a path and in a query', async () => {
    const sandbox = await startSandbox();
    const subject = { userId: 'ann' };
    const operations = ['users/bulkUpdate', 'users/byUserId', 'users/byUserId/{userId}'] as const;
    for (const operation of operations) {
      sandbox.faults.add({ operation, subject, replies: [{ status: 503 }] });
    }
    expect((await bulkUpdate(sandbox, [{ userId: 'bob' }])).status).toBe(200);
    expect((await bulkUpdate(sandbox, [{ userId: 'bob' }, subject])).status).toBe(503);
    expect((await call(sandbox, '/api/users/byUserId?userId=ann')).status).toBe(503);
    expect((await call(sandbox, '/api/users/byUserId/ann')).status).toBe(503);
  });

  it('go in the order in which they were added where several match', async () => {
    const sandbox = await sandboxWith({ status: 500 });
    sandbox.faults.add({ operation: 'users/update', subject: ann, replies: [{ status: 503 }] });
    expect((await updateUser(sandbox, ann)).status).toBe(500);
    expect((await updateUser(sandbox, ann)).status).toBe(503);
  });

  it('can be told and dropped', async () => {
    const sandbox = await sandboxWith({ status: 503 }, { status: 500 });
    await updateUser(sandbox, ann);
    expect(sandbox.faults.pending()).toEqual([
      { operation: 'users/update', replies: [{ status: 500 }] },
    ]);
    sandbox.faults.clear();
    expect(sandbox.faults.pending()).toEqual([]);
    expect((await updateUser(sandbox, ann)).status).toBe(200);
  });

  it('strike before the key is looked at, as a gateway does', async () => {
    const sandbox = await sandboxWith({ status: 503 });
    const answer = await call(sandbox, '/api/users/update', { body: ann, headers: {} });
    expect(answer.status).toBe(503);
  });
});

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

it.each<[unknown, RegExp]>([
  [undefined, /must be an object; received undefined/],
  [{ operation: 'users/updat', replies: [{ status: 503 }] }, /did you mean 'users\/update'/],
  [{ operation: 'users/update' }, /at least one reply/],
  [{ operation: 'users/update', replies: [] }, /at least one reply/],
  [{ operation: 'users/update', reply: [] }, /has no 'reply'; did you mean 'replies'/],
  [
    { operation: 'users/update', subject: {}, replies: [{ status: 503 }] },
    /either email or userId/,
  ],
  [{ operation: 'users/update', replies: [{}] }, /replies\[0\] must have one of status/],
  [{ operation: 'users/update', replies: [503] }, /replies\[0\] must be an object/],
  [{ operation: 'users/update', replies: [{ status: 99 }] }, /status from 200 to 599/],
  [{ operation: 'users/update', replies: [{ status: 503, stauts: 1 }] }, /did you mean 'status'/],
  [{ operation: 'users/update', replies: [{ delayMs: -1 }] }, /whole number of milliseconds/],
  [
    { operation: 'users/update', replies: [{ delayMs: 1, then: { delayMs: 1 } }] },
    /another fault than a delay/,
  ],
  [{ operation: 'users/update', replies: [{ delayMs: 1, then: {} }] }, /then must have one of/],
  [{ operation: 'users/update', replies: [{ reset: true }] }, /'before' or 'after'/],
  [{ operation: 'users/update', replies: [{ html: 'yes' }] }, /html must be true/],
  [{ operation: 'users/update', replies: [{ html: true, status: 1 }] }, /status from 200/],
  [{ operation: 'users/update', replies: [{ truncate: false }] }, /truncate must be true/],
  [{ operation: 'users/update', replies: [{ wrongCounts: true }] }, /for a bulk operation/],
  [{ operation: 'users/bulkUpdate', replies: [{ wrongCounts: 1 }] }, /true or an object/],
  [{ operation: 'users/bulkUpdate', replies: [{ wrongCounts: {} }] }, /successCount or failCount/],
  [
    { operation: 'users/update', replies: [{ status: 503, headers: { 'a b': 'c' } }] },
    /valid HTTP token/,
  ],
  [
    { operation: 'users/update', replies: [{ status: 503, headers: { a: 'b\r\nc: d' } }] },
    /Invalid character/,
  ],
  [
    { operation: 'users/update', replies: [{ status: 503, headers: { a: 1 } }] },
    /must be a string/,
  ],
  [{ operation: 'users/update', replies: [{ status: 503, headers: [] }] }, /received array/],
  [
    { operation: 'users/update', replies: [{ status: 503, headers: { 'Content-Length': '1' } }] },
    /sets it itself/,
  ],
  [
    { operation: 'users/update', replies: [{ status: 503, body: cyclic() }] },
    /something JSON can hold/,
  ],
])('refuses the script %j', async (script, message) => {
  const sandbox = await startSandbox();
  const add = (): void => sandbox.faults.add(script as FaultScript);
  expect(add).toThrow(TypeError);
  expect(add).toThrow(message);
  expect(sandbox.faults.pending()).toEqual([]);
});

function cyclic(): unknown {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  // For the name of the test.
  return Object.defineProperty(value, 'toJSON', { enumerable: false, value: undefined });
}
