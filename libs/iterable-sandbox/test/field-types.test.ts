import { describe, expect, it } from 'vitest';
import { call, startSandbox, track, updateUser } from './support.js';

const email = 'ann@example.com';

it('fixes the type of a field by its first value, nested and in arrays', async () => {
  const sandbox = await startSandbox();
  const dataFields = {
    text: 'x',
    day: '2026-01-13',
    count: 10,
    price: 9.5,
    active: true,
    home_geo_location: { lat: 52.5, lon: 13.4 },
    address: { city: 'Berlin', geo: { level: 1 } },
    devices: [{ os: 'ios' }, { enabled: true }],
    tags: ['a'],
    nothing: null,
    empty: [],
    'with space': 1,
  };
  await updateUser(sandbox, { email, dataFields });
  expect(sandbox.fields.user).toEqual({
    text: 'string',
    day: 'date',
    count: 'long',
    price: 'double',
    active: 'boolean',
    home_geo_location: 'geo_location',
    address: 'object',
    'address.city': 'string',
    'address.geo': 'object',
    'address.geo.level': 'long',
    devices: 'object',
    'devices.os': 'string',
    'devices.enabled': 'boolean',
    tags: 'string',
    'with space': 'long',
  });
  expect(sandbox.users.get({ email })?.dataFields).toEqual(dataFields);
});

it('tells them all through users/getFields, with those that Iterable makes itself', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, dataFields: { address: { city: 'Berlin' } } });
  const { body } = await call(sandbox, '/api/users/getFields');
  expect(body).toMatchObject({
    fields: { email: 'string', signupDate: 'date', address: 'object', 'address.city': 'string' },
  });
});

describe.each([
  ['string', 'text'],
  ['date', '2026-01-13'],
  ['long', 1],
  ['double', 1.5],
  ['boolean', true],
  ['object', { a: 1 }],
])('a field of type %s', (type, first) => {
  const samples = {
    text: 'text',
    date: '2026-01-13 14:30:45 +00:00',
    integer: 7,
    fraction: 7.5,
    boolean: false,
    object: { a: 2 },
  };
  const takes: Readonly<Record<string, readonly string[]>> = {
    string: ['text', 'date'],
    date: ['date'],
    long: ['integer'],
    double: ['integer', 'fraction'],
    boolean: ['boolean'],
    object: ['object'],
  };

  it.each(Object.entries(samples))(
    'takes a value of kind %s, or refuses it',
    async (kind, value) => {
      const sandbox = await startSandbox();
      await updateUser(sandbox, { email, dataFields: { field: first } });
      const accepted = takes[type]?.includes(kind) === true;
      const answer = await updateUser(sandbox, { email, dataFields: { field: value } });
      expect(answer.status).toBe(accepted ? 200 : 400);
      expect(sandbox.users.get({ email })?.dataFields['field']).toEqual(accepted ? value : first);
      expect(sandbox.fields.user['field']).toBe(type);
      const array = await updateUser(sandbox, { email, dataFields: { field: [value] } });
      expect(array.status).toBe(accepted ? 200 : 400);
    },
  );

  it('takes null, and keeps its type', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email, dataFields: { field: first } });
    expect((await updateUser(sandbox, { email, dataFields: { field: null } })).status).toBe(200);
    expect(sandbox.users.get({ email })?.dataFields).toEqual({ field: null });
    expect(sandbox.fields.user['field']).toBe(type);
  });
});

it('refuses an array of mixed types', async () => {
  const sandbox = await startSandbox();
  const answer = await updateUser(sandbox, { email, dataFields: { mixed: [1, 'two'] } });
  expect(answer).toMatchObject({ status: 400, body: { code: 'RequestFieldsTypesMismatched' } });
});

it('names a nested field by its dotted name', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, dataFields: { address: { zip: '10115' } } });
  const { body } = await updateUser(sandbox, { email, dataFields: { address: { zip: 10115 } } });
  expect(body).toMatchObject({
    params: {
      validationErrors: {
        'address.zip': { expectedType: 'string', incomingTypes: ['long', 'double'] },
      },
    },
  });
});

it.each([
  '2026-01-13',
  '2026-01-13 14:30:45',
  '2026-01-13 14:30:45 +00:00',
  '2026-01-13 14:30:45 -05:30',
  '2026-01-13T14:30:45.123Z',
  '2026-01-13T14:30:45.123+02:00',
  '2024-02-29',
])('takes %s for a date', async (text) => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, dataFields: { field: text } });
  expect(sandbox.fields.user).toEqual({ field: 'date' });
});

it.each([
  '2020-04-13 14:04:09.000',
  '2020-04-13 14:04:09.039+00',
  '2026-01-13T14:30:45Z',
  '2026-01-13T14:30:45',
  '13.01.2026',
  '1234',
  '2026-02-30',
  '2026-13-01',
  '2026-01-13 25:00:00',
  ' 2026-01-13',
  '2026-01-13 ',
])('takes %s for a string', async (text) => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, dataFields: { field: text } });
  expect(sandbox.fields.user).toEqual({ field: 'string' });
});

it('holds types apart by event name, and apart from profile fields', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, dataFields: { value: 'text' } });
  await track(sandbox, { email, eventName: 'one', dataFields: { value: 1 } });
  await track(sandbox, { email, eventName: 'two', dataFields: { value: true } });
  expect(sandbox.fields).toEqual({
    user: { value: 'string' },
    event: { one: { value: 'long' }, two: { value: 'boolean' } },
  });
  const answer = await track(sandbox, { email, eventName: 'one', dataFields: { value: 'x' } });
  expect(answer).toMatchObject({
    status: 400,
    body: {
      code: 'RequestFieldsTypesMismatched',
      params: { validationErrors: { value: { category: 'customEvent', expectedType: 'long' } } },
    },
  });
  expect(sandbox.events.count()).toBe(2);
});

it('reads an integer beyond 64 bits as a double', async () => {
  const sandbox = await startSandbox();
  const fields = `{"fits":9223372036854775807,"beyond":9223372036854775808,"far":1e300}`;
  await updateUser(sandbox, `{"email":"${email}","dataFields":${fields}}`);
  expect(sandbox.fields.user).toEqual({ fits: 'long', beyond: 'double', far: 'double' });
});
