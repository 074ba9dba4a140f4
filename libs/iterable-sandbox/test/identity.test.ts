import { describe, expect, it } from 'vitest';
import { bulkUpdate, call, refusal, startSandbox, updateUser } from './support.js';

const email = 'ann@example.com';

describe('a hybrid project', () => {
  it('knows a user by either identifier', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email, userId: 'ann', dataFields: { a: 1 } });
    await updateUser(sandbox, { userId: 'ann', dataFields: { b: 2 } });
    await updateUser(sandbox, { email, dataFields: { c: 3 } });
    expect(sandbox.users.all()).toMatchObject([
      { email, userId: 'ann', dataFields: { a: 1, b: 2, c: 3 } },
    ]);
  });

  it('gives a profile the identifier that it lacks', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email });
    await updateUser(sandbox, { email, userId: 'ann' });
    await updateUser(sandbox, { userId: 'bob' });
    await updateUser(sandbox, { email: 'bob@example.com', userId: 'bob' });
    expect(sandbox.users.all()).toMatchObject([
      { email, userId: 'ann' },
      { email: 'bob@example.com', userId: 'bob' },
    ]);
  });

  it('refuses two identifiers of two profiles', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email });
    await updateUser(sandbox, { userId: 'bob' });
    const answer = await updateUser(sandbox, { email, userId: 'bob', dataFields: { a: 1 } });
    expect(answer).toMatchObject(refusal(409, 'ExternalKeyConflict'));
    expect(sandbox.users.all().map(({ dataFields }) => dataFields)).toEqual([{}, {}]);
  });

  it('refuses an identifier in place of the one that the profile has', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email, userId: 'ann' });
    for (const body of [
      { email, userId: 'other' },
      { email: 'other@example.com', userId: 'ann' },
    ]) {
      expect(await updateUser(sandbox, body)).toMatchObject(refusal(409, 'ExternalKeyConflict'));
    }
    expect(sandbox.users.all()).toMatchObject([{ email, userId: 'ann' }]);
  });

  it('changes identifiers through dataFields', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email, userId: 'ann' });
    await updateUser(sandbox, { userId: 'ann', dataFields: { email: 'new@example.com' } });
    await updateUser(sandbox, { email: 'new@example.com', dataFields: { userId: 'new' } });
    expect(sandbox.users.all()).toMatchObject([
      { email: 'new@example.com', userId: 'new', dataFields: { email: 'new@example.com' } },
    ]);
    expect(sandbox.users.get({ email })).toBeUndefined();
    expect(sandbox.users.get({ userId: 'ann' })).toBeUndefined();
    expect(sandbox.users.get({ userId: 'new' })).toBeDefined();
  });

  it.each([
    [{ dataFields: { email } }, 409, 'EmailAlreadyExists'],
    [{ dataFields: { userId: 'ann' } }, 409, 'UserIdAlreadyExists'],
    [{ dataFields: { email: 'no address' } }, 400, 'BadParams'],
    [{ dataFields: { userId: 'ä' } }, 400, 'BadParams'],
  ])('refuses the change %j', async (change, status, code) => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { email, userId: 'ann' });
    await updateUser(sandbox, { userId: 'bob' });
    const answer = await updateUser(sandbox, { userId: 'bob', ...change });
    expect(answer).toMatchObject(refusal(status, code));
    expect(sandbox.users.all()).toMatchObject([{ userId: 'ann' }, { userId: 'bob' }]);
  });

  it('refuses a change to the identifier of a forgotten user', async () => {
    const sandbox = await startSandbox();
    sandbox.forget({ email });
    sandbox.forget({ userId: 'ann' });
    for (const dataFields of [{ email }, { userId: 'ann' }]) {
      const answer = await updateUser(sandbox, { email: 'bob@example.com', dataFields });
      expect(answer).toMatchObject(refusal(409, 'ForgottenUserError'));
    }
  });
});

describe('a userId project', () => {
  it('knows users by user ID alone, and lets them share an email', async () => {
    const sandbox = await startSandbox({ projectType: 'userId' });
    await updateUser(sandbox, { userId: 'ann', email });
    await updateUser(sandbox, { userId: 'bob', email });
    expect(sandbox.users.all()).toMatchObject([
      { userId: 'ann', email },
      { userId: 'bob', email },
    ]);
  });

  it('refuses a request without a user ID', async () => {
    const sandbox = await startSandbox({ projectType: 'userId' });
    expect(await updateUser(sandbox, { email })).toMatchObject(refusal(400, 'BadParams'));
    const { body } = await bulkUpdate(sandbox, [{ email }, { userId: 'ann' }]);
    expect(body).toMatchObject({ successCount: 1, failCount: 1 });
    expect(sandbox.users.all()).toMatchObject([{ userId: 'ann' }]);
  });

  it('keeps finding the others when one of several profiles changes a shared email', async () => {
    const sandbox = await startSandbox({ projectType: 'userId' });
    for (const userId of ['a', 'b', 'c']) await updateUser(sandbox, { userId, email });
    await updateUser(sandbox, { userId: 'a', email: 'a@example.com' });
    expect(sandbox.users.get({ email })).toMatchObject({ userId: 'b' });
    await updateUser(sandbox, { userId: 'b', email: 'b@example.com' });
    expect(sandbox.users.get({ email })).toMatchObject({ userId: 'c' });
    expect(sandbox.users.get({ email: 'a@example.com' })).toMatchObject({ userId: 'a' });
  });
});

describe('an email-based project', () => {
  it('lets the email decide where both are sent, and overwrites the user ID', async () => {
    const sandbox = await startSandbox({ projectType: 'email' });
    await updateUser(sandbox, { email, userId: 'old' });
    await updateUser(sandbox, { email, userId: 'new' });
    expect(sandbox.users.all()).toMatchObject([{ email, userId: 'new' }]);
  });

  it('lets users share a user ID, and acts on the first', async () => {
    const sandbox = await startSandbox({ projectType: 'email' });
    await updateUser(sandbox, { email, userId: 'same' });
    await updateUser(sandbox, { email: 'bob@example.com', userId: 'same' });
    await updateUser(sandbox, { email: 'cid@example.com', dataFields: { userId: 'same' } });
    await updateUser(sandbox, { userId: 'same', dataFields: { hit: true } });
    expect(sandbox.users.all()).toMatchObject([
      { email, dataFields: { hit: true } },
      { email: 'bob@example.com', dataFields: {} },
      { email: 'cid@example.com', userId: 'same' },
    ]);
  });

  it('refuses an unknown user ID alone, unless preferUserId asks for a placeholder email', async () => {
    const sandbox = await startSandbox({ projectType: 'email' });
    expect(await updateUser(sandbox, { userId: 'ann' })).toMatchObject(
      refusal(400, 'UnknownUserIdError'),
    );
    expect((await updateUser(sandbox, { userId: 'ann', preferUserId: true })).status).toBe(200);
    const [user] = sandbox.users.all();
    expect(user?.userId).toBe('ann');
    expect(user?.email).toMatch(/^[\w-]+@placeholder\.email$/);
    const again = await updateUser(sandbox, { userId: 'ann', preferUserId: true });
    expect([again.status, sandbox.users.count()]).toEqual([200, 1]);
  });

  it('changes the user ID through dataFields, but not the email', async () => {
    const sandbox = await startSandbox({ projectType: 'email' });
    const same = await updateUser(sandbox, { email, dataFields: { userId: 'ann', email } });
    expect(same.status).toBe(200);
    const other = await updateUser(sandbox, { email, dataFields: { email: 'new@example.com' } });
    expect(other).toMatchObject(refusal(400, 'BadParams'));
    expect(sandbox.users.all()).toMatchObject([{ email, userId: 'ann' }]);
  });

  it('ignores preferUserId in the other project types', async () => {
    const sandbox = await startSandbox({ projectType: 'userId' });
    await updateUser(sandbox, { userId: 'ann', preferUserId: true });
    expect(sandbox.users.all()[0]).not.toHaveProperty('email');
  });
});

it('shows a profile through the API by the identifiers that it has now', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { email, dataFields: { userId: 'ann' } });
  const { body } = await call(sandbox, '/api/users/byUserId?userId=ann');
  expect(body).toMatchObject({ user: { email, userId: 'ann' } });
});
