import { expect, it } from 'vitest';
import { refusal, startSandbox, trackBulk, updateUser } from './support.js';
import type { Sandbox } from '../src/index.js';

const email = 'ann@example.com';

async function sandboxWithAnn(): Promise<Sandbox> {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, userId: 'ann' });
  return sandbox;
}

const NO_FAILURES = {
  invalidEmails: [],
  invalidUserIds: [],
  notFoundEmails: [],
  notFoundUserIds: [],
  forgottenEmails: [],
  forgottenUserIds: [],
};

it('keeps all events and answers as recorded', async () => {
  const sandbox = await sandboxWithAnn();
  const { status, body } = await trackBulk(sandbox, [
    { email, eventName: 'one', id: 'a', dataFields: { page: '/' } },
    { userId: 'ann', eventName: 'two', id: 'b' },
  ]);
  expect(status).toBe(200);
  expect(body).toEqual({
    successCount: 2,
    failCount: 0,
    invalidEmails: [],
    invalidUserIds: [],
    disallowedEventNames: [],
    filteredOutFields: [],
    createdFields: ['page'],
    failedUpdates: NO_FAILURES,
  });
  expect(sandbox.events.of({ email })).toMatchObject([{ id: 'a' }, { id: 'b' }]);
});

it('names each record that fails, and keeps the others', async () => {
  const sandbox = await sandboxWithAnn();
  sandbox.disallowEvent('spam');
  sandbox.forget({ email: 'gone@example.com' });
  sandbox.forget({ userId: 'gone' });
  const eventName = 'e';
  const { status, body } = await trackBulk(sandbox, [
    { email, eventName },
    { email: 'no address', eventName },
    { userId: 'ä', eventName },
    { email: 'new@example.com', eventName },
    { userId: 'new', eventName },
    { email: 'gone@example.com', eventName },
    { userId: 'gone', eventName },
    { email, eventName: 'spam' },
    { email, eventName: 'spam' },
    { eventName },
    { email, eventName },
  ]);
  expect(status).toBe(200);
  expect(body).toEqual({
    successCount: 2,
    failCount: 9,
    invalidEmails: ['no address'],
    invalidUserIds: ['ä', 'new'],
    disallowedEventNames: ['spam'],
    filteredOutFields: [],
    createdFields: [],
    failedUpdates: {
      invalidEmails: ['no address'],
      invalidUserIds: ['ä'],
      notFoundEmails: ['new@example.com'],
      notFoundUserIds: ['new'],
      forgottenEmails: ['gone@example.com'],
      forgottenUserIds: ['gone'],
    },
  });
  expect([sandbox.users.count(), sandbox.events.count()]).toEqual([1, 2]);
});

it('takes createNewFields from each event', async () => {
  const sandbox = await sandboxWithAnn();
  const { body } = await trackBulk(sandbox, [
    { email, eventName: 'e', dataFields: { known: 1 } },
    { email, eventName: 'e', dataFields: { known: 2, extra: 1 }, createNewFields: false },
  ]);
  expect(body).toMatchObject({ createdFields: ['known'], filteredOutFields: ['extra'] });
  expect(sandbox.events.all().map(({ dataFields }) => dataFields)).toEqual([
    { known: 1 },
    { known: 2 },
  ]);
});

it.each([
  [
    'a type that differs from an earlier record',
    [{ dataFields: { n: 1 } }, { dataFields: { n: 'one' } }],
    'RequestFieldsTypesMismatched',
  ],
  ['an id with an underscore', [{ id: 'a' }, { id: 'a_b' }], 'BadParams'],
  ['an empty event name', [{}, { eventName: '' }], 'BadParams'],
])('refuses the whole request for %s', async (_what, records, code) => {
  const sandbox = await sandboxWithAnn();
  const events = records.map((record) => ({ email, eventName: 'e', ...record }));
  expect(await trackBulk(sandbox, events)).toMatchObject({ status: 400, body: { code } });
  expect(sandbox.events.count()).toBe(0);
  expect(sandbox.fields.event).toEqual({});
});

it('names the record with a value of the wrong JSON type, and keeps none', async () => {
  const sandbox = await sandboxWithAnn();
  const answer = await trackBulk(sandbox, [
    { email, eventName: 'e' },
    { email, eventName: 'e', createdAt: 'now' },
    { email },
  ]);
  expect(answer).toMatchObject(
    refusal(400, 'BadJsonBody', {
      'obj.events[1].createdAt': 'Number value expected',
      'obj.events[2].eventName': 'Value required',
    }),
  );
  expect(answer.body).toMatchObject({ msg: '[/api/events/trackBulk] Invalid JSON body' });
  expect(sandbox.events.count()).toBe(0);
});

it('updates events whose id comes again, within a batch and in the next', async () => {
  const sandbox = await sandboxWithAnn();
  const event = (n: number): object => ({ email, eventName: 'e', id: 'x', dataFields: { n } });
  await trackBulk(sandbox, [event(1), event(2)]);
  const { body } = await trackBulk(sandbox, [event(3)]);
  expect(body).toMatchObject({ successCount: 1, failCount: 0 });
  expect(sandbox.events.all()).toMatchObject([{ id: 'x', dataFields: { n: 3 } }]);
});
