import { expect, it } from 'vitest';
import { call, refusal, startSandbox, track, updateUser } from './support.js';
import type { Sandbox } from '../src/index.js';

const email = 'ann@example.com';
const noKey = { headers: {} };

async function filled(): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: () => Date.UTC(2026, 0, 13) });
  await updateUser(sandbox, { email, userId: 'ann', dataFields: { plan: 'pro' } });
  await updateUser(sandbox, { userId: 'bob' });
  await track(sandbox, { email, eventName: 'e', id: 'e-1', dataFields: { n: 1 } });
  return sandbox;
}

const ANN = {
  email,
  userId: 'ann',
  dataFields: { plan: 'pro' },
  createdAt: '2026-01-13T00:00:00.000Z',
  updatedAt: '2026-01-13T00:00:00.000Z',
};

it('tells all profiles without a key', async () => {
  const { status, body } = await call(await filled(), '/_sandbox/users', noKey);
  expect([status, body]).toMatchObject([200, { count: 2, users: [ANN, { userId: 'bob' }] }]);
});

it.each(['email=ANN@example.com', 'userId=ann'])('tells the profile with %s', async (query) => {
  const { body } = await call(await filled(), `/_sandbox/users?${query}`, noKey);
  expect(body).toEqual({ user: ANN });
});

it('tells that a profile is not there', async () => {
  const { status, body } = await call(await filled(), '/_sandbox/users?userId=none', noKey);
  expect([status, body]).toEqual([200, { user: null }]);
});

it('tells all events, and those of one user', async () => {
  const sandbox = await filled();
  const event = { id: 'e-1', email, eventName: 'e', dataFields: { n: 1 } };
  for (const [query, events] of [
    ['', [event]],
    ['?userId=ann', [event]],
    ['?userId=bob', []],
  ] as const) {
    const { body } = await call(sandbox, `/_sandbox/events${query}`, noKey);
    expect(body).toMatchObject({ count: events.length, events });
  }
});

it('tells the requests and their counts', async () => {
  const { body } = await call(await filled(), '/_sandbox/requests', noKey);
  expect(body).toMatchObject({
    counts: { 'users/update': { 200: 2 }, 'events/track': { 200: 1 } },
    requests: [
      { operation: 'users/update', subject: { email }, at: '2026-01-13T00:00:00.000Z' },
      { operation: 'users/update', body: { userId: 'bob' } },
      { operation: 'events/track', status: 200 },
    ],
  });
});

it('tells the types of fields, and the faults that wait', async () => {
  const sandbox = await filled();
  const script = { operation: 'users/update' as const, replies: [{ status: 503 }] };
  sandbox.faults.add(script);
  expect((await call(sandbox, '/_sandbox/fields', noKey)).body).toEqual({
    fields: { user: { plan: 'string' }, event: { e: { n: 'long' } } },
  });
  expect((await call(sandbox, '/_sandbox/faults', noKey)).body).toEqual({ pending: [script] });
});

it.each([
  ['GET', 'nothing'],
  ['GET', 'toString'],
  ['GET', ''],
  ['POST', 'users'],
  ['DELETE', 'users'],
])('refuses %s /_sandbox/%s', async (method, name) => {
  const sandbox = await filled();
  const answer = await call(sandbox, `/_sandbox/${name}`, { method, ...noKey });
  expect(answer).toMatchObject(refusal(404, 'NotFound'));
  expect(sandbox.users.count()).toBe(2);
});

it('refuses an identifier that is empty', async () => {
  const answer = await call(await filled(), '/_sandbox/users?email=', noKey);
  expect(answer).toMatchObject(refusal(400, 'BadParams'));
});
