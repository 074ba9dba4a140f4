import { expect, it } from 'vitest';
import { startSandbox, updateUser } from './support.js';

const email = 'ann@example.com';
const withFields = (dataFields: string): string =>
  `{"email":"${email}","mergeNestedObjects":true,"dataFields":${dataFields}}`;

it('takes `__proto__` for the field name that it is', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, withFields('{"__proto__":{"admin":true},"a":{"__proto__":{"b":1}}}'));
  await updateUser(sandbox, withFields('{"__proto__":{"more":true},"a":{"c":2}}'));
  const fields = sandbox.users.get({ email })?.dataFields;
  expect(JSON.parse(JSON.stringify(fields))).toEqual(
    JSON.parse('{"__proto__":{"admin":true,"more":true},"a":{"__proto__":{"b":1},"c":2}}'),
  );
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'holds the type of a field named %s like any other',
  async (name) => {
    const sandbox = await startSandbox();
    expect((await updateUser(sandbox, withFields(`{"${name}":1}`))).status).toBe(200);
    const answer = await updateUser(sandbox, withFields(`{"${name}":"text"}`));
    expect(answer).toMatchObject({ status: 400, body: { code: 'RequestFieldsTypesMismatched' } });
    expect(JSON.stringify(answer.body)).toContain(
      `"${name}":{"incomingTypes":["string","keyword"]`,
    );
  },
);

it('does not mistake what every object inherits for something that was sent', async () => {
  const sandbox = await startSandbox();
  expect(await updateUser(sandbox, '{"__proto__":{"email":"ann@example.com"}}')).toMatchObject({
    status: 400,
    body: { code: 'BadParams' },
  });
  expect(sandbox.users.count()).toBe(0);
});

it('survives objects a hundred thousand deep, and writes nothing of them', async () => {
  const sandbox = await startSandbox();
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  expect((await updateUser(sandbox, withFields(deep))).status).toBeGreaterThanOrEqual(400);
  expect(sandbox.users.count()).toBe(0);
  expect((await updateUser(sandbox, { email })).status).toBe(200);
});

it('keeps integers that a double would round', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, withFields('{"id":9007199254740993,"text":"1234567890123456789"}'));
  expect(sandbox.users.get({ email })?.dataFields).toEqual({
    id: 9_007_199_254_740_993n,
    text: '1234567890123456789',
  });
  const response = await fetch(`${sandbox.url}/_sandbox/users?email=${email}`);
  expect(await response.text()).toContain('"id":9007199254740993');
});
