import { describe, expect, it } from 'vitest';
import type { FaultReply, FaultScript, Sandbox } from '../src/index.js';
import { bulkUpdate, call, startSandbox, updateUser } from './support.js';

const ann = { email: 'ann@example.com' };

async function sandboxWith(...replies: FaultReply[]): Promise<Sandbox> {
  const sandbox = await startSandbox();
  sandbox.faults.add({ operation: 'users/update', replies });
  return sandbox;
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
