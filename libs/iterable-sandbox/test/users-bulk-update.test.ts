import { describe, expect, it } from 'vitest';
import { bulkUpdate, refusal, startSandbox, updateUser } from './support.js';

const ann = 'ann@example.com';
const bob = 'bob@example.com';

const NO_FAILURES = {
  invalidEmails: [],
  invalidUserIds: [],
  notFoundEmails: [],
  notFoundUserIds: [],
  invalidDataEmails: [],
  invalidDataUserIds: [],
  conflictEmails: [],
  conflictUserIds: [],
  forgottenEmails: [],
  forgottenUserIds: [],
};

it('writes all records and answers as recorded', async () => {
  const sandbox = await startSandbox();
  const { status, body } = await bulkUpdate(sandbox, [
    { email: ann, dataFields: { plan: 'pro', address: { city: 'Berlin' } } },
    { userId: 'bob', dataFields: { plan: 'free' } },
  ]);
  expect(status).toBe(200);
  expect(body).toEqual({
    successCount: 2,
    failCount: 0,
    invalidEmails: [],
    invalidUserIds: [],
    filteredOutFields: [],
    createdFields: ['plan', 'address', 'address.city'],
    failedUpdates: NO_FAILURES,
  });
  expect(sandbox.users.all()).toMatchObject([
    { email: ann, dataFields: { plan: 'pro', address: { city: 'Berlin' } } },
    { userId: 'bob', dataFields: { plan: 'free' } },
  ]);
});

it('names each record that fails, and writes the others', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email: ann, userId: 'ann' });
  await updateUser(sandbox, { email: bob });
  sandbox.forget({ email: 'gone@example.com' });
  sandbox.forget({ userId: 'gone' });
  const { status, body } = await bulkUpdate(sandbox, [
    { email: 'new@example.com' },
    { email: 'no address' },
    { userId: 'x'.repeat(53) },
    { email: 'Gone@example.com' },
    { userId: 'gone' },
    { email: bob, userId: 'ann' },
    { email: bob, dataFields: { email: ann } },
    { email: bob, dataFields: { email: 'no address' } },
    { userId: 'ann', dataFields: { userId: '' } },
    { dataFields: { plan: 'pro' } },
    { email: bob, dataFields: { plan: 'pro' } },
  ]);
  expect(status).toBe(200);
  expect(body).toEqual({
    successCount: 2,
    failCount: 9,
    invalidEmails: ['no address'],
    invalidUserIds: ['x'.repeat(53)],
    filteredOutFields: [],
    createdFields: ['plan'],
    failedUpdates: {
      ...NO_FAILURES,
      invalidEmails: ['no address'],
      invalidUserIds: ['x'.repeat(53)],
      forgottenEmails: ['Gone@example.com'],
      forgottenUserIds: ['gone'],
      conflictEmails: [ann],
      conflictUserIds: ['ann'],
      invalidDataEmails: [bob],
      invalidDataUserIds: ['ann'],
    },
  });
  expect(sandbox.users.get({ email: bob })).toMatchObject({ dataFields: { plan: 'pro' } });
  expect(sandbox.users.count()).toBe(3);
});

it('lists a failed identifier once for each record that has it', async () => {
  const sandbox = await startSandbox();
  const { body } = await bulkUpdate(sandbox, [{ email: 'x' }, { email: 'x' }]);
  expect(body).toMatchObject({ failCount: 2, failedUpdates: { invalidEmails: ['x', 'x'] } });
});

it('writes several records of one user in their order', async () => {
  const sandbox = await startSandbox();
  await bulkUpdate(sandbox, [
    { email: ann, dataFields: { step: 1, a: true } },
    { email: 'ANN@example.com', dataFields: { step: 2 } },
  ]);
  expect(sandbox.users.all()).toMatchObject([{ dataFields: { step: 2, a: true } }]);
});

it('merges or overwrites nested objects as each record wants', async () => {
  const sandbox = await startSandbox();
  const dataFields = { address: { city: 'Berlin', zip: '10115' } };
  await bulkUpdate(sandbox, [
    { email: ann, dataFields },
    { email: bob, dataFields },
  ]);
  const change = { address: { city: 'Bonn' } };
  await bulkUpdate(sandbox, [
    { email: ann, dataFields: change, mergeNestedObjects: true },
    { email: bob, dataFields: change },
  ]);
  expect(sandbox.users.all().map((user) => user.dataFields)).toEqual([
    { address: { city: 'Bonn', zip: '10115' } },
    change,
  ]);
});

describe('createNewFields: false', () => {
  it('drops new fields, names each once and counts success', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email: ann, dataFields: { plan: 'pro', items: [{ id: 1 }] } });
    const users = [ann, bob].map((email) => ({
      email,
      dataFields: { plan: 'free', extra: 1, items: [{ id: 2, color: 'red' }] },
    }));
    const { body } = await bulkUpdate(sandbox, users, { createNewFields: false });
    expect(body).toMatchObject({
      successCount: 2,
      failCount: 0,
      createdFields: [],
      filteredOutFields: ['extra', 'items.color'],
    });
    expect(sandbox.users.get({ email: bob })?.dataFields).toEqual({
      plan: 'free',
      items: [{ id: 2 }],
    });
  });

  it('holds for the request and not for a record', async () => {
    const sandbox = await startSandbox();
    const { body } = await bulkUpdate(sandbox, [
      { email: ann, createNewFields: false, dataFields: { plan: 'pro' } },
    ]);
    expect(body).toMatchObject({ createdFields: ['plan'], filteredOutFields: [] });
  });
});

describe('a value of the wrong type', () => {
  it('refuses the whole request, and nothing is written or created', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email: ann, dataFields: { signupDay: '2021-07-01' } });
    const answer = await bulkUpdate(sandbox, [
      { email: bob, dataFields: { plan: 'pro', fresh: 1 } },
      { email: ann, dataFields: { signupDay: 'GGG' } },
    ]);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      msg:
        'Project 10000: The request does not have the same data types as the data previously ' +
        "submitted. Field 'signupDay' already exists for type 'user' and has a data type of " +
        "'date' but possible types 'string, keyword' in the request.",
      code: 'RequestFieldsTypesMismatched',
      params: {
        validationErrors: {
          signupDay: {
            incomingTypes: ['string', 'keyword'],
            expectedType: 'date',
            _type: 'UnexpectedType',
            offendingValue: 'GGG',
            category: 'user',
          },
        },
      },
    });
    expect(sandbox.users.count()).toBe(1);
    expect(sandbox.fields.user).toEqual({ signupDay: 'date' });
  });

  it('is one that differs from an earlier record of the same request', async () => {
    const sandbox = await startSandbox();
    const answer = await bulkUpdate(sandbox, [
      { email: ann, dataFields: { fresh: 1 } },
      { email: bob, dataFields: { fresh: 'one' } },
    ]);
    expect(answer).toMatchObject({ status: 400, body: { code: 'RequestFieldsTypesMismatched' } });
    expect(sandbox.users.count()).toBe(0);
    expect(sandbox.fields.user).toEqual({});
  });

  it('counts in a record that would fail anyway', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email: ann, dataFields: { seats: 1 } });
    const answer = await bulkUpdate(sandbox, [{ email: 'x', dataFields: { seats: 'many' } }]);
    expect(answer).toMatchObject({ status: 400, body: { code: 'RequestFieldsTypesMismatched' } });
  });

  it('names every field, with the first offending value', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email: ann, dataFields: { seats: 1, plan: 'pro' } });
    const { body } = await bulkUpdate(sandbox, [
      { email: ann, dataFields: { seats: 'many', plan: true } },
      { email: bob, dataFields: { seats: 'few' } },
    ]);
    expect(body).toMatchObject({
      params: {
        validationErrors: {
          seats: { expectedType: 'long', offendingValue: 'many' },
          plan: { expectedType: 'string', incomingTypes: ['boolean'], offendingValue: true },
        },
      },
    });
  });
});

it('creates no field for a record that fails', async () => {
  const sandbox = await startSandbox();
  const { body } = await bulkUpdate(sandbox, [{ email: 'x', dataFields: { fresh: 1 } }]);
  expect(body).toMatchObject({ failCount: 1, createdFields: [] });
  expect(sandbox.fields.user).toEqual({});
});

it('names the record with a value of the wrong JSON type, and writes none', async () => {
  const sandbox = await startSandbox();
  const answer = await bulkUpdate(sandbox, [{ email: ann }, { email: bob, preferUserId: 'yes' }]);
  expect(answer).toMatchObject(
    refusal(400, 'BadJsonBody', { 'obj.users[1].preferUserId': 'Boolean value expected' }),
  );
  expect(answer.body).toMatchObject({ msg: '[/api/users/bulkUpdate] Invalid JSON body' });
  expect(sandbox.users.count()).toBe(0);
});

it.each([
  [{ 'obj.users': 'Array value expected' }, { not: 'an array' }],
  [{ 'obj.users': 'Value required' }, undefined],
  [{ 'obj.users[0]': 'Object value expected' }, ['ann@example.com']],
])('refuses a body with %j', async (params, users) => {
  const sandbox = await startSandbox();
  expect(await bulkUpdate(sandbox, users)).toMatchObject(refusal(400, 'BadJsonBody', params));
});

it('takes an empty batch', async () => {
  const sandbox = await startSandbox();
  expect(await bulkUpdate(sandbox, [])).toMatchObject({
    status: 200,
    body: { successCount: 0, failCount: 0 },
  });
});
