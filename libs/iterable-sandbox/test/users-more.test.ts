import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import {
  call,
  JWT_KEY,
  makeToken,
  refusal,
  seconds,
  startSandbox,
  type Answer,
} from './support.js';

const ann = { email: 'ann@example.com', userId: 'ann' };
const bob = { email: 'bob@example.com', userId: 'bob' };

async function filled(): Promise<Sandbox> {
  const sandbox = await startSandbox();
  sandbox.seed({
    users: [
      { ...ann, dataFields: { plan: 'pro', tags: [{ id: 1 }, { id: 2 }] } },
      { ...bob, dataFields: { plan: 'free', city: 'Rome', tags: [{ id: 2 }, { id: 3 }] } },
    ],
    events: [{ ...bob, eventName: 'e', id: 'e-1' }],
  });
  return sandbox;
}

const post = (sandbox: Sandbox, name: string, body: object): Promise<Answer> =>
  call(sandbox, `/api/${name}`, { body });

describe('users/updateEmail', () => {
  it('changes the email; the current email counts before the user ID', async () => {
    const sandbox = await filled();
    const body = { currentEmail: ann.email, currentUserId: 'bob', newEmail: 'new@example.com' };
    expect((await post(sandbox, 'users/updateEmail', body)).status).toBe(200);
    expect(sandbox.users.get({ email: 'new@example.com' })?.userId).toBe('ann');
    expect(sandbox.users.get({ email: ann.email })).toBeUndefined();
  });

  it.each([
    [{ currentUserId: 'ann', newEmail: bob.email }, 409, 'EmailAlreadyExists'],
    [{ currentUserId: 'ann', newEmail: 'none' }, 400, 'InvalidEmailAddressError'],
    [{ currentUserId: 'nobody', newEmail: 'new@example.com' }, 400, 'UnknownUserIdError'],
    [{ newEmail: 'new@example.com' }, 400, 'BadParams'],
  ])('refuses %j', async (body, status, code) => {
    const sandbox = await filled();
    expect(await post(sandbox, 'users/updateEmail', body)).toMatchObject(refusal(status, code));
    expect(sandbox.users.get({ userId: 'ann' })?.email).toBe(ann.email);
  });
});

describe('users/merge', () => {
  it('moves events and what the destination has not; the source is gone', async () => {
    const sandbox = await filled();
    const body = {
      sourceUserId: 'bob',
      destinationEmail: ann.email,
      arrayMerge: [{ field: 'tags', dedupeBy: 'id' }],
    };
    expect((await post(sandbox, 'users/merge', body)).status).toBe(200);
    expect(sandbox.users.all()).toMatchObject([
      {
        ...ann,
        dataFields: { plan: 'pro', city: 'Rome', tags: [{ id: 1 }, { id: 2 }, { id: 3 }] },
      },
    ]);
    expect(sandbox.users.count()).toBe(1);
    expect(sandbox.events.of(ann.userId ? { userId: 'ann' } : { userId: '' })).toMatchObject([
      { id: 'e-1', userId: 'ann' },
    ]);
  });

  it('moves list memberships and purchases', async () => {
    const sandbox = await filled();
    await post(sandbox, 'lists', { name: 'news' });
    await post(sandbox, 'lists/subscribe', { listId: 1, subscribers: [{ userId: 'bob' }] });
    await post(sandbox, 'commerce/trackPurchase', { user: bob, items: [], total: 5 });
    await post(sandbox, 'users/merge', { sourceUserId: 'bob', destinationUserId: 'ann' });
    const { body } = await call(sandbox, '/api/lists/getUsers?listId=1');
    expect(body).toBe(`${ann.email}\n`);
    const exported = await call(sandbox, '/api/export/data.json?dataTypeName=purchase&range=All');
    expect(JSON.parse(String(exported.body))).toMatchObject({ total: 5, email: ann.email });
  });

  it('gives the source the identity of a destination that is not there', async () => {
    const sandbox = await filled();
    await post(sandbox, 'users/merge', { sourceUserId: 'bob', destinationUserId: 'carl' });
    expect(sandbox.users.get({ userId: 'carl' })?.email).toBe(bob.email);
  });

  it.each([
    [{ sourceUserId: 'nobody', destinationUserId: 'ann' }, 'UnknownUserIdError'],
    [{ sourceUserId: 'bob', sourceEmail: bob.email, destinationUserId: 'ann' }, 'BadParams'],
    [{ sourceUserId: 'bob' }, 'BadParams'],
  ])('refuses %j', async (body, code) => {
    const sandbox = await filled();
    expect(await post(sandbox, 'users/merge', body)).toMatchObject(refusal(400, code));
    expect(sandbox.users.count()).toBe(2);
  });

  it('is forbidden with a JWT-enabled key', async () => {
    const sandbox = await filled();
    const token = makeToken({ userId: 'bob', iat: seconds(), exp: seconds() + 60 });
    const answer = await call(sandbox, '/api/users/merge', {
      body: { sourceUserId: 'bob', destinationUserId: 'ann' },
      headers: { 'api-key': JWT_KEY, authorization: `Bearer ${token}` },
    });
    expect(answer).toMatchObject(refusal(403, 'Forbidden'));
  });
});

describe('forgetting', () => {
  it('deletes and refuses, until it is taken back; only hashes tell of it', async () => {
    const sandbox = await filled();
    await post(sandbox, 'users/forget', { email: ann.email });
    expect(sandbox.users.count()).toBe(1);
    expect((await post(sandbox, 'users/update', { email: ann.email })).status).toBe(409);
    const { body } = await call(sandbox, '/api/users/forgotten');
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(body).toEqual({ hashedEmails: [hash] });
    expect((await call(sandbox, '/api/users/forgottenUserIds')).body).toEqual({
      hashedUserIds: [hash],
    });
    await post(sandbox, 'users/unforget', { email: ann.email });
    expect((await post(sandbox, 'users/update', { email: ann.email })).status).toBe(200);
  });
});

describe('subscriptions', () => {
  const subscriptions = async (sandbox: Sandbox): Promise<unknown> => {
    const { body } = await call(sandbox, '/api/users/byUserId/ann');
    return (body as { user: { dataFields: object } }).user.dataFields;
  };

  it('are overwritten, not merged', async () => {
    const sandbox = await filled();
    await post(sandbox, 'lists', { name: 'news' });
    const update = (body: object) =>
      post(sandbox, 'users/updateSubscriptions', { userId: 'ann', ...body });
    await update({ emailListIds: [1], unsubscribedChannelIds: [1, 2] });
    await update({ unsubscribedChannelIds: [3], emailListIds: null });
    expect(await subscriptions(sandbox)).toMatchObject({
      unsubscribedChannelIds: [3],
      userListIds: [1],
    });
    await update({ emailListIds: [] });
    expect((await call(sandbox, '/api/lists/1/size')).body).toBe('0');
  });

  it('of many are counted one by one', async () => {
    const requests = [{ userId: 'ann' }, { userId: 'nobody' }, { email: 'none' }, {}];
    const { body } = await post(await filled(), 'users/bulkUpdateSubscriptions', {
      updateSubscriptionsRequests: requests,
    });
    expect(body).toEqual({
      successCount: 1,
      failCount: 3,
      invalidEmails: ['none', ''],
      invalidUserIds: [],
      validEmailFailures: [],
      validUserIdFailures: ['nobody'],
    });
  });

  it('change by group, for one user and for many', async () => {
    const sandbox = await filled();
    const path = '/api/subscriptions/messageChannel/1';
    await call(sandbox, `${path}/byUserId/ann`, { method: 'DELETE' });
    expect(await subscriptions(sandbox)).toMatchObject({ unsubscribedChannelIds: [1] });
    const body = { users: [ann.email], usersByUserId: ['nobody'] };
    await call(sandbox, `${path}?action=subscribe`, { method: 'PUT', body });
    expect(await subscriptions(sandbox)).toMatchObject({ unsubscribedChannelIds: [] });
    const unknown = '/api/subscriptions/messageChannel/99/byUserId/ann';
    expect((await call(sandbox, unknown, { method: 'PATCH' })).status).toBe(404);
    const group = '/api/subscriptions/none/1/byUserId/ann';
    const answer = await call(sandbox, group, { method: 'PATCH' });
    expect(answer).toMatchObject(refusal(400, 'BadParams'));
  });

  it('of a message type can be off and on, and are one of both', async () => {
    const sandbox = await filled();
    const path = '/api/subscriptions/messageType/11/byUserId/ann';
    await call(sandbox, path, { method: 'DELETE' });
    const off = { unsubscribedMessageTypeIds: [11], subscribedMessageTypeIds: [] };
    expect(await subscriptions(sandbox)).toMatchObject(off);
    await call(sandbox, path, { method: 'PATCH' });
    const on = { unsubscribedMessageTypeIds: [], subscribedMessageTypeIds: [11] };
    expect(await subscriptions(sandbox)).toMatchObject(on);
  });

  it('to a list are memberships of it', async () => {
    const sandbox = await filled();
    await post(sandbox, 'lists', { name: 'news' });
    const path = '/api/subscriptions/emailList/1/byUserId/ann';
    await call(sandbox, path, { method: 'PATCH' });
    expect((await call(sandbox, '/api/lists/1/size')).body).toBe('1');
    await call(sandbox, path, { method: 'DELETE' });
    expect((await call(sandbox, '/api/lists/1/size')).body).toBe('0');
  });
});

describe('devices and carts', () => {
  it('a device is registered once for its token, and disabled', async () => {
    const sandbox = await filled();
    const device = { token: 't', platform: 'GCM', applicationName: 'app' };
    await post(sandbox, 'users/registerDeviceToken', { userId: 'ann', device });
    await post(sandbox, 'users/registerDeviceToken', { userId: 'ann', device });
    await post(sandbox, 'users/disableDevice', { userId: 'ann', token: 't' });
    expect((await call(sandbox, '/api/users/byUserId/ann')).body).toMatchObject({
      user: { dataFields: { devices: [{ token: 't', endpointEnabled: false }] } },
    });
  });

  it('a purchase makes the user, empties the cart and is updated when it comes again', async () => {
    const sandbox = await startSandbox();
    const items = [{ id: 'i', name: 'shoe', price: 5, quantity: 1 }];
    const user = { userId: 'carl' };
    await post(sandbox, 'commerce/updateCart', { user, items });
    expect(sandbox.users.get(user)?.dataFields).toEqual({ shoppingCartItems: items });
    for (const total of [5, 6]) {
      await post(sandbox, 'commerce/trackPurchase', { user, items, total, id: 'p-1' });
    }
    expect(sandbox.users.get(user)?.dataFields).toEqual({});
    expect(sandbox.snapshot().activity).toMatchObject([{ fields: { id: 'p-1', total: 6 } }]);
  });

  it('a message that was sent is told by getSentMessages', async () => {
    const sandbox = await filled();
    await post(sandbox, 'email/target', { campaignId: 5, recipientUserId: 'ann' });
    await post(sandbox, 'push/target', { campaignId: 6, recipientUserId: 'ann' });
    const path = '/api/users/getSentMessages?userId=ann&messageMedium=Email';
    expect((await call(sandbox, path)).body).toMatchObject({ messages: [{ campaignId: 5 }] });
  });

  it('tokens are invalidated over the API', async () => {
    const sandbox = await filled();
    await post(sandbox, 'auth/jwts/invalidate', { userId: 'ann' });
    const token = makeToken({ userId: 'ann', iat: seconds() - 5, exp: seconds() + 60 });
    const answer = await call(sandbox, '/api/users/update', {
      body: { userId: 'ann' },
      headers: { 'api-key': JWT_KEY, authorization: `Bearer ${token}` },
    });
    expect(answer).toMatchObject(refusal(401, 'InvalidJwtPayload'));
  });
});
