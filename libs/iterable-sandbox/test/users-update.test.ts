import { describe, expect, it } from 'vitest';
import { refusal, startSandbox, updateUser } from './support.js';

const email = 'ann@example.com';

it('makes a profile and answers as recorded', async () => {
  const sandbox = await startSandbox({ now: () => Date.UTC(2026, 0, 13) });
  const { status, body } = await updateUser(sandbox, { email, dataFields: { plan: 'pro' } });
  expect(status).toBe(200);
  expect(body).toEqual({ msg: '', code: 'Success', params: null });
  expect(sandbox.users.all()).toEqual([
    {
      email,
      dataFields: { plan: 'pro' },
      createdAt: new Date('2026-01-13'),
      updatedAt: new Date('2026-01-13'),
    },
  ]);
});

it('tells when a profile was made and when it was last written', async () => {
  let now = Date.UTC(2026, 0, 13);
  const sandbox = await startSandbox({ now: () => now });
  await updateUser(sandbox, { email });
  now = Date.UTC(2026, 0, 14);
  await updateUser(sandbox, { email });
  expect(sandbox.users.get({ email })).toMatchObject({
    createdAt: new Date('2026-01-13'),
    updatedAt: new Date('2026-01-14'),
  });
});

it('keeps the fields that are not sent', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, dataFields: { plan: 'pro', seats: 3 } });
  await updateUser(sandbox, { email, dataFields: { plan: 'free' } });
  await updateUser(sandbox, { email });
  expect(sandbox.users.get({ email })?.dataFields).toEqual({ plan: 'free', seats: 3 });
});

it('finds a profile whatever the case of its email', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email: 'Ann@Example.com', dataFields: { a: 1 } });
  await updateUser(sandbox, { email, dataFields: { b: 2 } });
  expect(sandbox.users.count()).toBe(1);
  expect(sandbox.users.get({ email: 'ANN@EXAMPLE.COM' })).toMatchObject({
    email: 'Ann@Example.com',
    dataFields: { a: 1, b: 2 },
  });
});

describe('nested objects', () => {
  const before = { address: { city: 'Berlin', geo: { zone: 'A', level: 1 } }, tags: ['a', 'b'] };
  const change = { address: { geo: { zone: 'B' } }, tags: ['c'] };

  it('are overwritten by default', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email, dataFields: before });
    await updateUser(sandbox, { email, dataFields: change });
    expect(sandbox.users.get({ email })?.dataFields).toEqual(change);
  });

  it('are merged at every depth with mergeNestedObjects, arrays being replaced', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email, dataFields: before });
    await updateUser(sandbox, { email, dataFields: change, mergeNestedObjects: true });
    expect(sandbox.users.get({ email })?.dataFields).toEqual({
      address: { city: 'Berlin', geo: { zone: 'B', level: 1 } },
      tags: ['c'],
    });
  });
});

it('leaves out fields that are new where createNewFields is false', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, dataFields: { plan: 'pro', address: { city: 'Berlin' } } });
  const dataFields = { plan: 'free', extra: 1, address: { city: 'Bonn', zip: '53111' } };
  const answer = await updateUser(sandbox, { email, dataFields, createNewFields: false });
  expect(answer).toMatchObject({ status: 200, body: { code: 'Success' } });
  expect(sandbox.users.get({ email })?.dataFields).toEqual({
    plan: 'free',
    address: { city: 'Bonn' },
  });
  expect(Object.keys(sandbox.fields.user)).toEqual(['plan', 'address', 'address.city']);
});

it('takes the setting of the project where a request does not say', async () => {
  const sandbox = await startSandbox({ createNewFields: false });
  await updateUser(sandbox, { email, dataFields: { plan: 'pro' } });
  expect(sandbox.users.get({ email })?.dataFields).toEqual({});
  await updateUser(sandbox, { email, dataFields: { plan: 'pro' }, createNewFields: true });
  expect(sandbox.users.get({ email })?.dataFields).toEqual({ plan: 'pro' });
});

it.each([
  ['a space in the email', { email: 'ann @example.com' }, 'InvalidEmailAddressError'],
  ['no domain', { email: 'ann' }, 'InvalidEmailAddressError'],
  ['an empty email', { email: '' }, 'InvalidEmailAddressError'],
  ['an empty user ID', { userId: '' }, 'InvalidUserIdError'],
  ['a user ID of 53 characters', { userId: 'x'.repeat(53) }, 'InvalidUserIdError'],
  ['a user ID that is not ASCII', { userId: 'jürgen' }, 'InvalidUserIdError'],
  ['a user ID that ends in a space', { userId: 'ann ' }, 'InvalidUserIdError'],
  ['no identifier', { dataFields: { a: 1 } }, 'BadParams'],
  ['identifiers that are null', { email: null, userId: null }, 'BadParams'],
])('refuses %s', async (_what, body, code) => {
  const sandbox = await startSandbox();
  expect(await updateUser(sandbox, body)).toMatchObject(refusal(400, code));
  expect(sandbox.users.count()).toBe(0);
});

it('takes a user ID of 52 characters', async () => {
  const sandbox = await startSandbox();
  expect((await updateUser(sandbox, { userId: 'x'.repeat(52) })).status).toBe(200);
});

it('refuses a forgotten user, by whichever identifier', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, userId: 'ann', dataFields: { plan: 'pro' } });
  sandbox.forget({ email: 'ANN@example.com' });
  expect(sandbox.users.count()).toBe(0);
  for (const subject of [{ email }, { userId: 'ann' }]) {
    expect(await updateUser(sandbox, subject)).toMatchObject(refusal(409, 'ForgottenUserError'));
  }
  expect(sandbox.users.count()).toBe(0);
});

it.each([
  ['obj', [], 'Object value expected'],
  ['obj', 'text', 'Object value expected'],
  ['obj.email', { email: 5 }, 'String value expected'],
  ['obj.dataFields', { email, dataFields: [] }, 'Object value expected'],
  ['obj.mergeNestedObjects', { email, mergeNestedObjects: 'true' }, 'Boolean value expected'],
  ['obj.createNewFields', { email, createNewFields: 1 }, 'Boolean value expected'],
])('names %s where its value is of the wrong JSON type', async (path, body, problem) => {
  const sandbox = await startSandbox();
  const answer = await updateUser(sandbox, JSON.stringify(body));
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    msg: '[/api/users/update] Invalid JSON body',
    code: 'BadJsonBody',
    params: { [path]: problem },
  });
  expect(sandbox.users.count()).toBe(0);
});

it('gives out copies: changing them changes nothing', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, dataFields: { address: { city: 'Berlin' } } });
  const copy = sandbox.users.get({ email })?.dataFields as { address: { city: string } };
  copy.address.city = 'Bonn';
  expect(sandbox.users.get({ email })?.dataFields).toEqual({ address: { city: 'Berlin' } });
});
