import { expect, it } from 'vitest';
import { refusal, startSandbox, track, updateUser } from './support.js';
import type { Sandbox } from '../src/index.js';

const email = 'ann@example.com';

async function sandboxWithAnn(): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: () => Date.UTC(2026, 0, 13, 14, 30, 45, 500) });
  await updateUser(sandbox, { email, userId: 'ann' });
  return sandbox;
}

it('keeps an event and answers as documented', async () => {
  const sandbox = await sandboxWithAnn();
  const { status, body } = await track(sandbox, {
    email,
    eventName: 'page view',
    id: '12345',
    createdAt: 1_700_000_000,
    dataFields: { page: '/pricing' },
    campaignId: 7,
    templateId: 8,
  });
  expect(status).toBe(200);
  expect(body).toEqual({
    msg: 'Event with id: 12345 tracked.',
    code: 'Success',
    params: { id: '12345' },
  });
  expect(sandbox.events.all()).toEqual([
    {
      id: '12345',
      eventName: 'page view',
      email,
      userId: 'ann',
      dataFields: { page: '/pricing' },
      createdAt: 1_700_000_000,
      campaignId: 7,
      templateId: 8,
      receivedAt: new Date('2026-01-13T14:30:45.500Z'),
    },
  ]);
});

it('gives an event without id an id, and one without createdAt the time of its arrival', async () => {
  const sandbox = await sandboxWithAnn();
  const { body } = await track(sandbox, { userId: 'ann', eventName: 'e' });
  const [event] = sandbox.events.of({ email });
  expect(body).toMatchObject({ params: { id: event?.id } });
  expect(event?.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(event?.createdAt).toBe(Date.UTC(2026, 0, 13, 14, 30, 45) / 1000);
});

it('updates the event whose id comes again', async () => {
  const sandbox = await sandboxWithAnn();
  await track(sandbox, { email, eventName: 'e', id: 'same', dataFields: { n: 1 } });
  await track(sandbox, { email, eventName: 'e', id: 'other' });
  await track(sandbox, { email, eventName: 'e', id: 'same', dataFields: { n: 2 } });
  expect(sandbox.events.of({ email })).toMatchObject([
    { id: 'same', dataFields: { n: 2 } },
    { id: 'other' },
  ]);
  expect(sandbox.events.count()).toBe(2);
});

it('moves an event whose id comes again with another user: ids are unique in the project', async () => {
  const sandbox = await sandboxWithAnn();
  await updateUser(sandbox, { email: 'bob@example.com' });
  await track(sandbox, { email, eventName: 'e', id: 'same' });
  await track(sandbox, { email: 'bob@example.com', eventName: 'e', id: 'same' });
  expect(sandbox.events.of({ email })).toEqual([]);
  expect(sandbox.events.of({ email: 'bob@example.com' })).toHaveLength(1);
  expect(sandbox.events.count()).toBe(1);
});

it.each(['under_score', 'co:lon', 'sla/sh', 'spa ce', 'ümlaut', '', 'x'.repeat(513)])(
  'refuses the event id %j',
  async (id) => {
    const sandbox = await sandboxWithAnn();
    expect(await track(sandbox, { email, eventName: 'e', id })).toMatchObject(
      refusal(400, 'BadParams'),
    );
    expect(sandbox.events.count()).toBe(0);
  },
);

it('takes an event id of 512 bytes', async () => {
  const sandbox = await sandboxWithAnn();
  const id = 'aZ0-'.repeat(128);
  expect((await track(sandbox, { email, eventName: 'e', id })).status).toBe(200);
});

it.each([
  [{ email }, 'BadJsonBody', { 'obj.eventName': 'Value required' }],
  [{ email, eventName: null }, 'BadJsonBody', { 'obj.eventName': 'Value required' }],
  [{ email, eventName: 5 }, 'BadJsonBody', { 'obj.eventName': 'String value expected' }],
  [{ email, eventName: '' }, 'BadParams', null],
  [
    { email, eventName: 'e', createdAt: '2026-01-13' },
    'BadJsonBody',
    { 'obj.createdAt': 'Number value expected' },
  ],
  [
    { email, eventName: 'e', createdAt: 1.5 },
    'BadJsonBody',
    { 'obj.createdAt': 'Number value expected' },
  ],
  [{ eventName: 'e' }, 'BadParams', null],
  [{ email: 'x', eventName: 'e' }, 'InvalidEmailAddressError', null],
  [{ userId: '', eventName: 'e' }, 'InvalidUserIdError', null],
])('refuses %j', async (body, code, params) => {
  const sandbox = await sandboxWithAnn();
  expect(await track(sandbox, body)).toMatchObject(refusal(400, code, params));
  expect(sandbox.events.count()).toBe(0);
});

it('refuses an event of a user who is not there: tracking makes no users', async () => {
  const sandbox = await sandboxWithAnn();
  expect(await track(sandbox, { email: 'new@example.com', eventName: 'e' })).toMatchObject(
    refusal(400, 'UnknownEmailError'),
  );
  expect(await track(sandbox, { userId: 'new', eventName: 'e' })).toMatchObject(
    refusal(400, 'UnknownUserIdError'),
  );
  expect([sandbox.users.count(), sandbox.events.count()]).toEqual([1, 0]);
});

it('lets the email decide where both identifiers are sent', async () => {
  const sandbox = await sandboxWithAnn();
  await updateUser(sandbox, { userId: 'bob' });
  await track(sandbox, { email, userId: 'bob', eventName: 'e' });
  expect(sandbox.events.of({ email })).toHaveLength(1);
  await track(sandbox, { email: 'new@example.com', userId: 'bob', eventName: 'e' });
  expect(sandbox.events.of({ userId: 'bob' })).toHaveLength(1);
});

it('lets the user ID decide in a userId project', async () => {
  const sandbox = await startSandbox({ projectType: 'userId' });
  await updateUser(sandbox, { userId: 'ann', email });
  expect(await track(sandbox, { email, eventName: 'e' })).toMatchObject(refusal(400, 'BadParams'));
  expect((await track(sandbox, { userId: 'ann', eventName: 'e' })).status).toBe(200);
});

it('refuses a forgotten user with 400, as 409 is not documented here', async () => {
  const sandbox = await sandboxWithAnn();
  await track(sandbox, { email, eventName: 'e' });
  sandbox.forget({ email });
  expect(sandbox.events.count()).toBe(0);
  expect(await track(sandbox, { userId: 'ann', eventName: 'e' })).toMatchObject(
    refusal(400, 'ForgottenUserError'),
  );
});

it('answers 200 to a disallowed event name and keeps nothing: only the message tells', async () => {
  const sandbox = await sandboxWithAnn();
  sandbox.disallowEvent('spam');
  const { status, body } = await track(sandbox, { email, eventName: 'spam', id: 'e-1' });
  expect(status).toBe(200);
  expect(body).toEqual({
    msg: 'Event spam is disallowed from tracking.',
    code: 'Success',
    params: null,
  });
  expect(sandbox.events.count()).toBe(0);
});

it('leaves out fields that are new where createNewFields is false', async () => {
  const sandbox = await sandboxWithAnn();
  await track(sandbox, { email, eventName: 'e', dataFields: { known: 1 } });
  const dataFields = { known: 2, extra: 3 };
  await track(sandbox, { email, eventName: 'e', id: 'x', dataFields, createNewFields: false });
  expect(sandbox.events.all()[1]?.dataFields).toEqual({ known: 2 });
});
