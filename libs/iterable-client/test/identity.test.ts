import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { IterableClient, Subject } from '../src/index.js';
import { SUCCESS } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const email = 'ada@example.com';
const cart = { items: [], total: 1 };
type Call = (client: IterableClient) => Promise<unknown>;

/** A client that answers anything with success, and whom it asked headers for. */
function listening(): { client: IterableClient; asked: (Subject | undefined)[] } {
  const fetch = async ({ method }: Request): Promise<Response> =>
    Response.json(method === 'GET' ? {} : SUCCESS);
  const asked: (Subject | undefined)[] = [];
  const headers = (subject?: Subject): object => (asked.push(subject), {});
  return { client: scriptedClient({ fetch, auth: { method: 'jwt', headers } }).client, asked };
}

describe('the subject of a call is', () => {
  it.each<[string, Call, Subject | undefined]>([
    ['the user of the body', (c) => c.users.update({ userId: '1' }), { userId: '1' }],
    [
      'the user in the body',
      (c) => c.commerce.trackPurchase({ user: { email }, ...cart }),
      { email },
    ],
    [
      'the user before the change',
      (c) => c.users.updateEmail({ currentEmail: email, newEmail: 'b@example.com' }),
      { email },
    ],
    [
      'the user before the change, by id',
      (c) => c.users.updateEmail({ currentUserId: '1', newEmail: 'b@example.com' }),
      { userId: '1' },
    ],
    [
      'the user that stays after a merge',
      (c) => c.users.merge({ sourceUserId: '0', destinationEmail: email }),
      { email },
    ],
    [
      'the recipient',
      (c) => c.email.target({ campaignId: 1, recipientUserId: '1' }),
      { userId: '1' },
    ],
    ['the user of the query', (c) => c.users.getByUserId({ userId: '1' }), { userId: '1' }],
    ['the user of the path', (c) => c.users.getByEmailInPath(email), { email }],
    [
      'the user of the path, under another name',
      (c) => c.subscriptions.subscribeByEmail('emailList', 1, email),
      { email },
    ],
    ['nobody for a list', (c) => c.workflows.trigger({ workflowId: 1, listId: 2 }), undefined],
    ['the user for a workflow', (c) => c.workflows.trigger({ workflowId: 1, email }), { email }],
    [
      'nobody for a value that only looks like a user',
      (c) => c.sms.cancel({ scheduledMessageId: 1 }),
      undefined,
    ],
  ])('%s', async (_, call, subject) => {
    const { client, asked } = listening();
    await call(client);
    expect(asked).toEqual([subject]);
  });
});

describe('exactly one identifier is needed', () => {
  const both = { email, userId: '1' };

  it.each<[string, Call, string]>([
    [
      'in the user of a purchase',
      (c) => c.commerce.trackPurchase({ user: both, ...cart } as never),
      'body.user',
    ],
    ['and a user at all', (c) => c.commerce.trackPurchase(cart as never), 'body.user'],
    [
      'in each subscriber',
      (c) => c.lists.subscribe({ listId: 1, subscribers: [{ email }, {}] } as never),
      'body.subscribers[1]',
    ],
    [
      'in each request for subscriptions',
      (c) => c.users.bulkUpdateSubscriptions({ updateSubscriptionsRequests: [both] } as never),
      'body.updateSubscriptionsRequests[0]',
    ],
    [
      'of the user before a change',
      (c) => c.users.updateEmail({ newEmail: email } as never),
      'body',
    ],
    [
      'of the source of a merge',
      (c) => c.users.merge({ destinationEmail: email } as never),
      'body',
    ],
    [
      'of the destination of a merge',
      (c) =>
        c.users.merge({
          sourceEmail: email,
          destinationEmail: email,
          destinationUserId: '1',
        } as never),
      'body',
    ],
    ['of a recipient', (c) => c.push.target({ campaignId: 1 } as never), 'body'],
    ['in a query', (c) => c.inApp.getMessages({ count: 1 } as never), 'query'],
    ['in a query, not two', (c) => c.users.getSentMessages(both as never), 'query'],
    ['that is no empty text', (c) => c.users.forget({ email: ' ' }), 'body.email'],
  ])('%s', async (_, call, path) => {
    const { client } = scriptedClient();
    await expect(call(client)).rejects.toMatchObject({ code: 'INVALID_INPUT', path, attempts: 0 });
  });
});

describe('a purchase', () => {
  it('gets an id once per call, and its time in seconds', async () => {
    const bodies: Record<string, unknown>[] = [];
    const note = async (request: Request): Promise<void> =>
      void bodies.push((await request.json()) as Record<string, unknown>);
    const api = nock('https://api.iterable.com');
    api
      .post('/api/commerce/trackPurchase')
      .reply(async (request: Request) => (await note(request), [503, '']));
    api
      .post('/api/commerce/trackPurchase')
      .reply(async (request: Request) => (await note(request), [200, SUCCESS]));
    const { client } = scriptedClient();
    await client.commerce.trackPurchase({ user: { email }, ...cart, createdAt: new Date(1999) });
    expect(bodies[0]).toMatchObject({
      createdAt: 1,
      id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    });
    expect(bodies[1]).toEqual(bodies[0]);
  });

  it.each<[string, string, boolean]>([
    ['with underscores', 'order_7', true],
    ['of 512 bytes', 'é'.repeat(256), true],
    ['of more bytes', 'é'.repeat(257), false],
    ['that is empty', '', false],
  ])('may have an id %s: %s → %s', async (_, id, good) => {
    if (good) nock('https://api.iterable.com').post(/^/).reply(200, SUCCESS);
    const call = scriptedClient().client.commerce.trackPurchase({ user: { email }, ...cart, id });
    await (good
      ? expect(call).resolves.toEqual(SUCCESS)
      : expect(call).rejects.toMatchObject({ code: 'INVALID_INPUT', path: 'body.id' }));
  });
});
