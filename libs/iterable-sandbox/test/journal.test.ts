import { expect, it } from 'vitest';
import { bulkUpdate, call, startSandbox, track, updateUser } from './support.js';

const email = 'ann@example.com';

it('holds every request, in order, with what was asked and what was answered', async () => {
  let now = Date.UTC(2026, 0, 13);
  const sandbox = await startSandbox({ now: () => now++ });
  const body = { email, dataFields: { plan: 'pro' } };
  await updateUser(sandbox, body);
  await bulkUpdate(sandbox, [{ userId: 'ann' }]);
  await call(sandbox, '/api/users/byUserId/ann');
  await call(sandbox, `/api/events/${email}?limit=5&api_key=secret`);
  await call(sandbox, '/api/unknown', { body: 'no JSON' });
  const at = (ms: number): Date => new Date(Date.UTC(2026, 0, 13) + ms);
  expect(sandbox.requests).toEqual([
    {
      operation: 'users/update',
      method: 'POST',
      path: '/api/users/update',
      query: {},
      status: 200,
      subject: { email },
      at: at(0),
      body,
      fault: false,
    },
    {
      operation: 'users/bulkUpdate',
      method: 'POST',
      path: '/api/users/bulkUpdate',
      query: {},
      status: 200,
      at: at(1),
      body: { users: [{ userId: 'ann' }] },
      fault: false,
    },
    {
      operation: 'users/byUserId/{userId}',
      method: 'GET',
      path: '/api/users/byUserId/ann',
      query: {},
      status: 200,
      subject: { userId: 'ann' },
      at: at(2),
      fault: false,
    },
    {
      operation: 'events/{email}',
      method: 'GET',
      path: `/api/events/${email}`,
      query: { limit: 5 },
      status: 200,
      subject: { email },
      at: at(3),
      fault: false,
    },
    {
      operation: null,
      method: 'POST',
      path: '/api/unknown',
      query: {},
      status: 404,
      at: at(4),
      body: 'no JSON',
      fault: false,
    },
  ]);
});

it('counts every request by operation and status, beyond what it keeps', async () => {
  const sandbox = await startSandbox({ journalEntries: 2 });
  for (const userId of ['a', 'b', 'c', '']) await updateUser(sandbox, { userId });
  await track(sandbox, { userId: 'a', eventName: 'e' });
  await call(sandbox, '/nowhere');
  expect(sandbox.requests.map(({ path }) => path)).toEqual(['/api/events/track', '/nowhere']);
  expect(sandbox.requestCounts).toEqual({
    'users/update': { 200: 3, 400: 1 },
    'events/track': { 200: 1 },
    unknown: { 404: 1 },
  });
});

it('keeps the counts of many requests at once exact', async () => {
  const sandbox = await startSandbox({ journalEntries: 10 });
  const ids = Array.from({ length: 300 }, (_, i) => `user-${i}`);
  await Promise.all(ids.map((userId) => updateUser(sandbox, { userId })));
  expect(sandbox.requestCounts).toEqual({ 'users/update': { 200: 300 } });
  expect([sandbox.users.count(), sandbox.requests.length]).toEqual([300, 10]);
});

it('drops the oldest bodies where they become too much', async () => {
  const sandbox = await startSandbox({ journalBodyChars: 100 });
  for (const userId of ['a', 'b', 'c']) {
    await updateUser(sandbox, { userId, dataFields: { note: 'x'.repeat(20) } });
  }
  expect(sandbox.requests.map(({ subject }) => subject)).toEqual([{ userId: 'c' }]);
  await updateUser(sandbox, { userId: 'd', dataFields: { note: 'x'.repeat(200) } });
  expect(sandbox.requests).toEqual([]);
  expect(sandbox.requestCounts).toEqual({ 'users/update': { 200: 4 } });
});

it('keeps nothing where it shall keep nothing, and counts all the same', async () => {
  const sandbox = await startSandbox({ journalEntries: 0 });
  await updateUser(sandbox, { email });
  expect(sandbox.requests).toEqual([]);
  expect(sandbox.requestCounts).toEqual({ 'users/update': { 200: 1 } });
});

it('is not touched by what becomes of the profile, nor the profile by readers of the journal', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, dataFields: { address: { city: 'Berlin' } } });
  const body = sandbox.requests[0]?.body as { dataFields: { address: { city: string } } };
  body.dataFields.address.city = 'Bonn';
  expect(sandbox.users.get({ email })?.dataFields).toEqual({ address: { city: 'Berlin' } });
});

it('does not record that it was read', async () => {
  const sandbox = await startSandbox();
  await call(sandbox, '/_sandbox/requests', { headers: {} });
  expect([sandbox.requests, sandbox.requestCounts]).toEqual([[], {}]);
});
