import { expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import { bulkUpdate, call, startSandbox, track, trackBulk, updateUser } from './support.js';

const email = 'ann@example.com';
const clock = { now: 0 };

async function slow(): Promise<Sandbox> {
  clock.now = Date.UTC(2026, 0, 13);
  return startSandbox({ processingDelayMs: 1000, now: () => clock.now });
}

const plan = async (sandbox: Sandbox): Promise<unknown> => {
  const { body } = await call(sandbox, `/api/users/${email}`);
  return (body as { user?: { dataFields: { plan?: string } } }).user?.dataFields.plan;
};

it('shows a new user, and each change of it, when its time has passed', async () => {
  const sandbox = await slow();
  await updateUser(sandbox, { email, dataFields: { plan: 'free' } });
  expect(await plan(sandbox)).toBeUndefined();
  expect(sandbox.users.get({ email })?.dataFields).toEqual({ plan: 'free' });
  clock.now += 600;
  await bulkUpdate(sandbox, [{ email, dataFields: { plan: 'pro' } }]);
  clock.now += 399;
  expect(await plan(sandbox)).toBeUndefined();
  clock.now += 1;
  expect(await plan(sandbox)).toBe('free');
  clock.now += 599;
  expect(await plan(sandbox)).toBe('free');
  clock.now += 1;
  expect(await plan(sandbox)).toBe('pro');
});

it('does not find a user for an event before it shows: who waits and comes again succeeds', async () => {
  const sandbox = await slow();
  const events = [{ email, eventName: 'e', id: 'e-1' }];
  await bulkUpdate(sandbox, [{ email }]);
  expect((await trackBulk(sandbox, events)).body).toMatchObject({
    failCount: 1,
    failedUpdates: { notFoundEmails: [email] },
  });
  expect(await track(sandbox, { email, eventName: 'e' })).toMatchObject({
    status: 400,
    body: { code: 'UnknownEmailError' },
  });
  clock.now += 1000;
  expect((await trackBulk(sandbox, events)).body).toMatchObject({ successCount: 1 });
});

it('shows events when their time has passed', async () => {
  const sandbox = await slow();
  await updateUser(sandbox, { email });
  clock.now += 1000;
  await track(sandbox, { email, eventName: 'e', id: 'e-1' });
  expect((await call(sandbox, `/api/events/${email}`)).body).toEqual({ events: [] });
  clock.now += 1000;
  expect((await call(sandbox, `/api/events/${email}`)).body).toMatchObject({
    events: [{ id: 'e-1' }],
  });
});

it('lets an export run as long, and no more than four at a time', async () => {
  const sandbox = await slow();
  const body = { dataTypeName: 'user', outputFormat: 'text/csv' };
  const start = () => call(sandbox, '/api/export/start', { body });
  const { jobId } = (await start()).body as { jobId: number };
  for (let i = 0; i < 3; i++) await start();
  expect(await start()).toMatchObject({ status: 429, body: { code: 'RateLimitExceeded' } });
  const files = `/api/export/${jobId}/files`;
  expect((await call(sandbox, files)).body).toMatchObject({ jobState: 'Running', files: [] });
  clock.now += 1000;
  expect((await call(sandbox, files)).body).toMatchObject({ jobState: 'Completed' });
  expect((await start()).status).toBe(200);
});
