import { expect, it } from 'vitest';
import { call, startSandbox, track, updateUser } from './support.js';

it('keeps a profile and an event, and tells them in code and over HTTP', async () => {
  const sandbox = await startSandbox();
  const email = 'ann@example.com';
  expect(await updateUser(sandbox, { email, dataFields: { plan: 'pro' } })).toMatchObject({
    status: 200,
    body: { msg: '', code: 'Success', params: null },
  });
  expect(
    await track(sandbox, { email, eventName: 'page', id: 'e-1', dataFields: { page: '/x' } }),
  ).toMatchObject({
    status: 200,
    body: { msg: 'Event with id: e-1 tracked.', code: 'Success', params: { id: 'e-1' } },
  });

  expect(sandbox.users.get({ email })).toMatchObject({ email, dataFields: { plan: 'pro' } });
  expect(sandbox.events.of({ email })).toMatchObject([{ id: 'e-1', dataFields: { page: '/x' } }]);
  expect(sandbox.requestCounts).toEqual({ 'users/update': { 200: 1 }, 'events/track': { 200: 1 } });

  const { body } = await call(sandbox, `/_sandbox/users?email=${email}`, { headers: {} });
  expect(body).toMatchObject({ user: { email, dataFields: { plan: 'pro' } } });
});

it('answers with the faults that were set up, and then as usual', async () => {
  const sandbox = await startSandbox();
  sandbox.faults.add({ operation: 'users/update', replies: [{ status: 503 }, { status: 502 }] });
  const statuses = [];
  for (let i = 0; i < 3; i++) {
    statuses.push((await updateUser(sandbox, { email: 'ann@example.com' })).status);
  }
  expect(statuses).toEqual([503, 502, 200]);
  expect(sandbox.requestCounts).toEqual({ 'users/update': { 200: 1, 502: 1, 503: 1 } });
});
