import { describe, expect, it } from 'vitest';
import { inShort } from './batch-client.js';
import { scriptedClient } from './scripted-client.js';

interface Sent {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** A client that gets these replies, one after another, and what it sent. */
function answering(...replies: object[]): {
  readonly client: ReturnType<typeof scriptedClient>['client'];
  readonly sent: Sent[];
} {
  const sent: Sent[] = [];
  const { client } = scriptedClient({
    rateLimits: { documented: false },
    fetch: async (request: Request) => {
      const body = (await request.json()) as Sent['body'];
      const count = sent.push({ path: new URL(request.url).pathname, body });
      return Response.json(replies[count - 1] ?? {});
    },
  });
  return { client, sent };
}

const counts = (successCount: number, failCount: number, more: object = {}): object => ({
  successCount,
  failCount,
  ...more,
});

describe('events.trackMany', () => {
  it('gives each event an id, and seconds', async () => {
    const { client, sent } = answering(counts(2, 0));
    const at = new Date('2026-01-13T14:30:45.900Z');
    await Array.fromAsync(
      client.events.trackMany([
        { email: 'ada@example.com', eventName: 'viewed', createdAt: at },
        { userId: 'u1', eventName: 'viewed', id: 'own-1' },
      ]),
    );
    expect(sent).toEqual([
      {
        path: '/api/events/trackBulk',
        body: {
          events: [
            {
              email: 'ada@example.com',
              eventName: 'viewed',
              createdAt: 1_768_314_645,
              id: expect.stringMatching(/^[0-9a-f-]{36}$/),
            },
            { userId: 'u1', eventName: 'viewed', id: 'own-1' },
          ],
        },
      },
    ]);
  });

  it('sends an event with its one id again to find out about it', async () => {
    const { client, sent } = answering(counts(0, 0), counts(1, 0));
    const events = [{ email: 'ada@example.com', eventName: 'viewed' }];
    expect((await Array.fromAsync(client.events.trackMany(events))).map(inShort)).toEqual([
      '0 delivered',
    ]);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('keeps events of one id apart and in order, for the later replaces the earlier', async () => {
    const { client, sent } = answering(counts(2, 0), counts(1, 0));
    const event = { email: 'ada@example.com', eventName: 'viewed' };
    await Array.fromAsync(
      client.events.trackMany([
        { ...event, id: 'a', dataFields: { turn: 1 } },
        { ...event, id: 'a', dataFields: { turn: 2 } },
        { ...event, id: 'b' },
      ]),
    );
    expect(
      sent.map(({ body }) => (body['events'] as { id: string }[]).map(({ id }) => id)),
    ).toEqual([['a', 'b'], ['a']]);
  });

  it('tells that an event of a new user is worth another try', async () => {
    const lists = { failedUpdates: { notFoundEmails: ['new@example.com'] } };
    const { client } = answering(counts(0, 1, lists));
    const [outcome] = await Array.fromAsync(
      client.events.trackMany([{ email: 'new@example.com', eventName: 'viewed' }]),
    );
    expect(outcome).toMatchObject({ code: 'NOT_FOUND', retryable: true, mayHaveArrived: false });
  });

  it('sends the events apart of a user of whose events one failed', async () => {
    const lists = { failedUpdates: { invalidEmails: ['ada@example.com'] } };
    const { client, sent } = answering(counts(2, 1, lists), counts(1, 0), counts(0, 1, lists));
    const events = ['ada', 'ada', 'bob'].map((name, turn) => ({
      email: `${name}@example.com`,
      eventName: 'viewed',
      dataFields: { turn },
    }));
    expect((await Array.fromAsync(client.events.trackMany(events))).map(inShort)).toEqual([
      '0 delivered',
      '1 failed INVALID_IDENTIFIER',
      '2 delivered',
    ]);
    expect(sent.map(({ body }) => (body['events'] as unknown[]).length)).toEqual([3, 1, 1]);
  });

  it('refuses milliseconds before anything is sent', async () => {
    const { client, sent } = answering();
    const outcomes = await Array.fromAsync(
      client.events.trackMany([
        { email: 'ada@example.com', eventName: 'viewed', createdAt: 1_768_314_645_000 },
      ]),
    );
    expect(outcomes.map(inShort)).toEqual(['0 failed INVALID_INPUT']);
    expect(sent).toEqual([]);
  });
});

describe('users.updateMany', () => {
  it('sends createNewFields with each request, and dates as Iterable takes them', async () => {
    const { client, sent } = answering(counts(1, 0));
    const users = [
      { userId: 'u1', dataFields: { since: new Date('2026-02-01T00:00:00Z'), n: 2n ** 60n } },
    ];
    await Array.fromAsync(client.users.updateMany(users, { createNewFields: false }));
    expect(sent).toEqual([
      {
        path: '/api/users/bulkUpdate',
        body: {
          users: [
            {
              userId: 'u1',
              dataFields: { since: '2026-02-01 00:00:00 +00:00', n: Number(2n ** 60n) },
            },
          ],
          createNewFields: false,
        },
      },
    ]);
  });
});

describe('the options of the calls of a run', () => {
  it('are those of each of its requests', async () => {
    const attempts: number[] = [];
    const { client } = scriptedClient({ fetch: async () => new Response(null, { status: 503 }) });
    const run = client.users.updateMany([{ userId: 'u1' }], {
      maxAttempts: 2,
      hooks: { onAttempt: ({ attempt, maxAttempts }) => void attempts.push(attempt, maxAttempts) },
    });
    expect((await Array.fromAsync(run)).map(inShort)).toEqual(['0 failed SERVER_ERROR']);
    expect(attempts).toEqual([1, 2, 2, 2]);
  });
});

describe('users.updateSubscriptionsMany', () => {
  it('knows Iterable’s own trouble from an address that is wrong', async () => {
    const { client, sent } = answering(
      counts(1, 2, {
        invalidEmails: ['b@example.com'],
        invalidUserIds: [],
        validEmailFailures: [],
        validUserIdFailures: ['u1'],
      }),
    );
    const records = [
      { email: 'a@example.com', emailListIds: [1] },
      { email: 'b@example.com', emailListIds: [1] },
      { userId: 'u1', unsubscribedChannelIds: [2] },
    ];
    const outcomes = await Array.fromAsync(client.users.updateSubscriptionsMany(records));
    expect(outcomes.map(inShort)).toEqual([
      '0 delivered',
      '1 failed INVALID_IDENTIFIER',
      '2 failed INTERNAL_ERROR',
    ]);
    expect(outcomes[2]).toMatchObject({ retryable: true });
    expect(sent).toEqual([
      {
        path: '/api/users/bulkUpdateSubscriptions',
        body: { updateSubscriptionsRequests: records },
      },
    ]);
  });
});

describe('lists', () => {
  const gone = { failedUpdates: { notFoundEmails: ['b@example.com'] } };
  const two = [{ email: 'a@example.com' }, { email: 'b@example.com' }];

  it('subscribeMany sends the list with each request', async () => {
    const { client, sent } = answering(counts(1, 1, gone), counts(1, 0));
    const run = client.lists.subscribeMany(42, [...two, { userId: 'u1' }], {
      updateExistingUsersOnly: true,
      maxBatchSize: 2,
    });
    const outcomes = await Array.fromAsync(run);
    expect(outcomes.map(inShort)).toEqual(['0 delivered', '1 failed NOT_FOUND', '2 delivered']);
    expect(outcomes[1]).toMatchObject({ retryable: false });
    expect(sent[0]).toEqual({
      path: '/api/lists/subscribe',
      body: { subscribers: two, listId: 42, updateExistingUsersOnly: true },
    });
    expect(sent[1]?.body).toMatchObject({ listId: 42 });
  });

  it('unsubscribeMany has done its work where the user is not known', async () => {
    const { client, sent } = answering(counts(1, 1, gone));
    const outcomes = await Array.fromAsync(client.lists.unsubscribeMany(42n, two));
    expect(outcomes).toEqual([
      { index: 0, record: two[0], status: 'delivered' },
      { index: 1, record: two[1], status: 'delivered', note: 'not-found' },
    ]);
    expect(sent).toEqual([
      {
        path: '/api/lists/unsubscribe',
        body: { subscribers: two, listId: 42, channelUnsubscribe: false },
      },
    ]);
  });

  it('unsubscribeMany sends the campaign, and unsubscribes from the channel where it is told to', async () => {
    const { client, sent } = answering(counts(1, 0));
    const options = { campaignId: 7, channelUnsubscribe: true };
    await Array.fromAsync(client.lists.unsubscribeMany(42, two.slice(0, 1), options));
    expect(sent[0]?.body).toEqual({ subscribers: two.slice(0, 1), listId: 42, ...options });
  });

  it.each(['42', 1.5, undefined])('refuse a list id that is none: %s', (listId) => {
    const { lists } = answering().client;
    const message = /^listId must be a whole number; received (?:undefined|a value of type)/;
    expect(() => lists.subscribeMany(listId as never, [])).toThrow(message);
    expect(() => lists.unsubscribeMany(listId as never, [])).toThrow(message);
  });

  it.each([
    ['campaignId', 'x', /^campaignId must be a whole number/],
    ['channelUnsubscribe', 1, /^channelUnsubscribe must be true or false/],
    ['updateExistingUsersOnly', true, /^lists.unsubscribeMany options: unknown option/],
  ])('refuse a wrong option of unsubscribeMany: %s', (name, value, message) => {
    const { lists } = answering().client;
    expect(() => lists.unsubscribeMany(1, [], { [name]: value })).toThrow(message);
  });

  it('refuse a wrong option of subscribeMany', () => {
    const { lists } = answering().client;
    expect(() => lists.subscribeMany(1, [], { updateExistingUsersOnly: 1 as never })).toThrow(
      /^updateExistingUsersOnly must be true or false/,
    );
  });

  it('do not take the list’s id as an option', () => {
    const { client } = answering();
    expect(() => client.lists.unsubscribeMany(1, [], { listId: 2 } as never)).toThrow(
      /unknown option "listId"/,
    );
  });
});
