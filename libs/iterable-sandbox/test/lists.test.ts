import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import { call, refusal, startSandbox } from './support.js';

async function withList(): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: () => 5 });
  await call(sandbox, '/api/lists', { body: { name: 'news', description: 'd' } });
  return sandbox;
}

const subscribe = (sandbox: Sandbox, subscribers: object[], more: object = {}) =>
  call(sandbox, '/api/lists/subscribe', { body: { listId: 1, subscribers, ...more } });
const unsubscribe = (sandbox: Sandbox, subscribers: object[]) =>
  call(sandbox, '/api/lists/unsubscribe', { body: { listId: 1, subscribers } });
const ann = { email: 'ann@example.com' };

describe('a list', () => {
  it('is made, listed and deleted', async () => {
    const sandbox = await withList();
    expect((await call(sandbox, '/api/lists')).body).toEqual({
      lists: [{ id: 1, name: 'news', description: 'd', createdAt: 5, listType: 'Standard' }],
    });
    expect((await call(sandbox, '/api/lists/1', { method: 'DELETE' })).status).toBe(200);
    expect((await call(sandbox, '/api/lists')).body).toEqual({ lists: [] });
  });

  it('takes users, makes those who are not there, and tells who failed', async () => {
    const sandbox = await withList();
    const { body } = await subscribe(sandbox, [
      { ...ann, dataFields: { plan: 'pro' } },
      { userId: 'bob' },
      { email: 'no email' },
      {},
    ]);
    expect(body).toMatchObject({
      successCount: 2,
      failCount: 2,
      createdFields: ['plan'],
      failedUpdates: { invalidEmails: ['no email'] },
    });
    expect((await call(sandbox, '/api/lists/1/size')).body).toBe('2');
    expect((await call(sandbox, '/api/lists/getUsers?listId=1')).body).toBe(
      'ann@example.com\nbob\n',
    );
    const preview = '/api/lists/previewUsers?listId=1&size=1';
    expect((await call(sandbox, preview)).body).toBe('ann@example.com\n');
    expect((await call(sandbox, '/api/users/ann@example.com')).body).toMatchObject({
      user: { dataFields: { plan: 'pro', userListIds: [1] } },
    });
  });

  it('takes only users who are there, where it is told so', async () => {
    const sandbox = await withList();
    const { body } = await subscribe(sandbox, [ann], { updateExistingUsersOnly: true });
    expect(body).toMatchObject({ failCount: 1, failedUpdates: { notFoundEmails: [ann.email] } });
    expect(sandbox.users.count()).toBe(0);
  });

  it('takes a user whose email changes on the way', async () => {
    const sandbox = await withList();
    await subscribe(sandbox, [ann]);
    const { body } = await subscribe(sandbox, [
      { ...ann, dataFields: { email: 'new@example.com' } },
    ]);
    expect(body).toMatchObject({ successCount: 1, failCount: 0 });
    expect((await call(sandbox, '/api/lists/getUsers?listId=1')).body).toBe('new@example.com\n');
  });

  it('takes the user of the email, where another one shares the user ID', async () => {
    const sandbox = await startSandbox({ projectType: 'email' });
    sandbox.seed({ users: [{ email: 'bob@example.com', userId: 'shared' }] });
    await call(sandbox, '/api/lists', { body: { name: 'news' } });
    await subscribe(sandbox, [{ ...ann, userId: 'shared' }]);
    expect((await call(sandbox, '/api/lists/getUsers?listId=1')).body).toBe(`${ann.email}\n`);
  });

  it('lets users go; who is not on it is not found', async () => {
    const sandbox = await withList();
    await subscribe(sandbox, [ann]);
    expect((await unsubscribe(sandbox, [ann])).body).toMatchObject({ successCount: 1 });
    expect((await unsubscribe(sandbox, [ann, { userId: 'bob' }])).body).toMatchObject({
      failCount: 2,
      failedUpdates: { notFoundEmails: [ann.email], notFoundUserIds: ['bob'] },
    });
  });

  it('refuses the whole request for one value of a wrong type', async () => {
    const sandbox = await withList();
    const { status } = await subscribe(sandbox, [
      { ...ann, dataFields: { n: 1 } },
      { userId: 'bob', dataFields: { n: 'x' } },
    ]);
    expect([status, sandbox.users.count()]).toEqual([400, 0]);
  });

  it('loses users who are deleted', async () => {
    const sandbox = await withList();
    await subscribe(sandbox, [ann]);
    await call(sandbox, '/api/users/ann@example.com', { method: 'DELETE' });
    expect((await call(sandbox, '/api/lists/1/size')).body).toBe('0');
    expect(sandbox.users.count()).toBe(0);
  });

  it('that is not there is refused', async () => {
    const sandbox = await startSandbox();
    const msg = 'error.lists.invalidListId';
    for (const answer of [
      await subscribe(sandbox, [ann]),
      await unsubscribe(sandbox, [ann]),
      await call(sandbox, '/api/lists/1/size'),
    ]) {
      expect(answer).toMatchObject(refusal(400, 'BadParams'));
      expect(answer.body).toMatchObject({ msg });
    }
  });
});
