import { describe, expect, it } from 'vitest';
import type { SandboxSnapshot } from '../src/index.js';
import { furnish } from './contract/requests.js';
import { call, refusal, startSandbox, updateUser } from './support.js';

const noKey = { headers: {} };

describe('a snapshot', () => {
  it('brings all of the state back, in another sandbox too, and over HTTP', async () => {
    const first = await startSandbox();
    await furnish(first);
    const subscribers = [{ email: 'bob@example.com' }];
    await call(first, '/api/lists/subscribe', { body: { listId: 1, subscribers } });
    first.forget({ userId: 'carl' });
    first.forget({ email: 'dora@example.com' });
    first.invalidateJwts({ email: 'Ann@example.com' }, 5);
    first.invalidateJwts({ userId: 'bob' }, 6);
    first.disallowEvent('spam');
    await updateUser(first, '{"userId":"big","dataFields":{"long":9007199254740993}}');
    const snapshot = first.snapshot();
    const { body } = await call(first, '/_sandbox/snapshot', noKey);
    const text = await (await fetch(`${first.url}/_sandbox/snapshot`)).text();
    expect(body).toMatchObject({ version: 1, users: [{ userId: 'ann' }, {}, {}] });

    const second = await startSandbox();
    await updateUser(second, { userId: 'gone' });
    const restored = await call(second, '/_sandbox/restore', { body: text, ...noKey });
    expect(restored.status).toBe(200);
    expect(second.snapshot()).toEqual(snapshot);
    expect(second.users.get({ userId: 'big' })?.dataFields).toEqual({ long: 9007199254740993n });
    expect(second.users.get({ userId: 'gone' })).toBeUndefined();
    expect((await updateUser(second, { userId: 'carl' })).status).toBe(409);
    expect((await updateUser(second, { email: 'dora@example.com' })).status).toBe(409);
    expect((await call(second, '/api/lists/1/size')).body).toBe('1');
    expect((await call(second, '/api/lists', { body: { name: 'n' } })).body).toEqual({ listId: 2 });
  });

  it('is a copy', async () => {
    const sandbox = await startSandbox();
    sandbox.seed({ users: [{ userId: 'ann', dataFields: { plan: 'pro' } }] });
    const snapshot = sandbox.snapshot();
    sandbox.seed({ users: [{ userId: 'ann', dataFields: { plan: 'free' } }] });
    expect(snapshot.users[0]?.dataFields).toEqual({ plan: 'pro' });
    sandbox.restore(snapshot);
    sandbox.seed({ users: [{ userId: 'ann', dataFields: { plan: 'free' } }] });
    expect(snapshot.users[0]?.dataFields).toEqual({ plan: 'pro' });
  });

  it('that is none is refused and changes nothing', async () => {
    const sandbox = await startSandbox();
    sandbox.seed({ users: [{ userId: 'ann' }] });
    const good = sandbox.snapshot();
    for (const bad of [undefined, {}, { ...good, version: 2 }, { ...good, user: [] }]) {
      expect(() => sandbox.restore(bad as unknown as SandboxSnapshot)).toThrow(TypeError);
    }
    const answer = await call(sandbox, '/_sandbox/restore', { body: {}, ...noKey });
    expect(answer).toMatchObject(refusal(400, 'BadParams'));
    expect(sandbox.users.count()).toBe(1);
  });

  it('that points to users who are not in it leaves nothing behind', async () => {
    const sandbox = await startSandbox();
    const activity = [{ dataType: 'purchase', user: 5, at: 0, fields: {} }];
    const bad = { ...sandbox.snapshot(), activity };
    expect(() => sandbox.restore(bad)).toThrow('no snapshot of a sandbox');
    expect(sandbox.users.count()).toBe(0);
  });
});
