import { describe, expect, it } from 'vitest';
import { IterableInputError, type UserUpdateRequest } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { type Answer, SUCCESS, answerJson, startServer } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com' };
const opened = { ...user, eventName: 'opened' };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const failTwice: Answer = (reply, _, count) =>
  count < 3
    ? void reply.writeHead(503).end()
    : answerJson(reply, { ...SUCCESS, successCount: 2, failCount: 0 });

describe('an event', () => {
  it('gets an id that all attempts of its call share', async () => {
    await using server = await startServer(failTwice);
    const { client } = scriptedClient({ baseUrl: server.url });
    await client.events.track(opened);
    const bodies = server.seen.map(({ body }) => JSON.parse(body) as { id: string });
    expect(bodies).toHaveLength(3);
    expect(bodies[0]?.id).toMatch(UUID);
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(1);
  });

  it('gets another id in another call', async () => {
    await using server = await startServer((reply) => answerJson(reply, SUCCESS));
    const { client } = scriptedClient({ baseUrl: server.url });
    await client.events.track(opened);
    await client.events.track(opened);
    const [first, second] = server.seen.map(({ body }) => (JSON.parse(body) as { id: string }).id);
    expect(first).not.toBe(second);
  });

  it('keeps the id it has, and the caller keeps the object', async () => {
    await using server = await startServer((reply) => answerJson(reply, SUCCESS));
    const { client } = scriptedClient({ baseUrl: server.url });
    const event = Object.freeze({ ...opened, id: 'a-1', createdAt: new Date(1_768_314_645_999) });
    await client.events.track(event);
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({
      ...opened,
      id: 'a-1',
      createdAt: 1_768_314_645,
    });
  });

  it('in bulk is treated alike', async () => {
    await using server = await startServer(failTwice);
    const { client } = scriptedClient({ baseUrl: server.url });
    await client.events.trackBulk({
      events: [opened, { ...opened, id: 'a-1', createdAt: new Date(1000) }],
    });
    const bodies = server.seen.map(({ body }) => body);
    expect(new Set(bodies).size).toBe(1);
    expect(JSON.parse(bodies[0] ?? '')).toEqual({
      events: [
        { ...opened, id: expect.stringMatching(UUID) as string },
        { ...opened, id: 'a-1', createdAt: 1 },
      ],
    });
  });

  it('is treated alike through client.request', async () => {
    await using server = await startServer(failTwice);
    const { client } = scriptedClient({ baseUrl: server.url });
    await client.request('POST', '/api/events/track', { body: opened });
    expect(JSON.parse(server.seen[0]?.body ?? '')).toHaveProperty('id');
    expect(client.statistics()).toHaveProperty(['events/track', 'attempts'], 3);
  });
});

describe('a body that cannot be sent', () => {
  it.each<[string, object, string]>([
    ['no identifier', { dataFields: {} }, 'body'],
    ['two identifiers', { ...user, userId: '1' }, 'body'],
    ['an empty address', { email: ' ' }, 'body.email'],
    ['a user id that is a number', { userId: 17 }, 'body.userId'],
    ['null for an identifier', { email: null, userId: '1' }, 'body.email'],
    ['NaN', { ...user, dataFields: { score: Number.NaN } }, 'body.dataFields.score'],
    ['no object', [], 'body'],
  ])('is refused with %s, and its place told', async (_, body, path) => {
    const { client, events } = scriptedClient();
    const error = await failureOf<IterableInputError>(
      client.users.update(body as UserUpdateRequest),
    );
    expect(error).toBeInstanceOf(IterableInputError);
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      path,
      attempts: 0,
      effect: 'none',
      retryable: false,
    });
    expect(error.message).toMatch(/^users\/update: .* Nothing was sent\.$/);
    expect(events.map(({ name }) => name)).toEqual(['onFailure']);
    expect(client.statistics()['users/update']).toMatchObject({ calls: 1, failed: 1, attempts: 0 });
  });

  it.each<[string, object, string]>([
    ['an id with an underscore', { id: 'a_1' }, 'body.events[1].id'],
    ['an empty id', { id: '' }, 'body.events[1].id'],
    ['an id of 513 letters', { id: 'a'.repeat(513) }, 'body.events[1].id'],
    ['an id that is a number', { id: 1 }, 'body.events[1].id'],
    ['milliseconds', { createdAt: 1_768_314_645_000 }, 'body.events[1].createdAt'],
    ['a text for the time', { createdAt: '2026-01-13' }, 'body.events[1].createdAt'],
    ['an invalid Date', { createdAt: new Date(Number.NaN) }, 'body.events[1].createdAt'],
    ['two identifiers', { userId: '1' }, 'body.events[1]'],
    ['a function', { dataFields: { f: () => 1 } }, 'body.events[1].dataFields.f'],
  ])('is refused with %s in one of many events', async (_, fault, path) => {
    const { client } = scriptedClient();
    const events = [opened, { ...opened, ...fault }];
    const error = await failureOf(client.events.trackBulk({ events } as never));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', path });
  });

  it.each<[string, unknown, string]>([
    ['no list', { users: {} }, 'body.users'],
    ['nothing', {}, 'body.users'],
    ['a record that is none', { users: [user, null] }, 'body.users[1]'],
    ['no body', undefined, 'body'],
  ])('is refused with %s for bulk users', async (_, body, path) => {
    const error = await failureOf(scriptedClient().client.users.bulkUpdate(body as never));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', path });
  });
});

describe('client.request', () => {
  it.each<[string, unknown, unknown, object]>([
    ['a method that is none', 'FETCH', '/api/x', {}],
    ['a path without a slash', 'GET', 'api/x', {}],
    ['another host for a path', 'GET', '//example.com/x', {}],
    ['a whole address for a path', 'GET', 'https://example.com/x', {}],
    ['a path with a query', 'GET', '/api/x?email=a', {}],
    ['a path with a space', 'GET', '/api/x y', {}],
    ['an option nobody knows', 'GET', '/api/x', { qurey: {} }],
    ['a reply nobody knows', 'GET', '/api/x', { reply: 'xml' }],
    ['repeatable that is no boolean', 'GET', '/api/x', { repeatable: 'yes' }],
  ])('refuses %s', async (_, method, path, options) => {
    const { client } = scriptedClient();
    await expect(client.request(method as 'GET', path as string, options)).rejects.toThrow(
      TypeError,
    );
    expect(client.statistics()).toEqual({});
  });

  it('says what an unknown option was probably meant to be', async () => {
    const call = scriptedClient().client.request('GET', '/api/x', { qurey: {} } as object);
    await expect(call).rejects.toThrow('unknown option "qurey". Did you mean "query"?');
  });

  it('tells its subject to the authenticator, from body, query or path', async () => {
    await using server = await startServer((reply) => answerJson(reply, { inAppMessages: [] }));
    const asked: unknown[] = [];
    const headers = (subject: unknown): object => (asked.push(subject), {});
    const { client } = scriptedClient({ baseUrl: server.url, auth: { method: 'jwt', headers } });
    await client.request('GET', '/api/inApp/getMessages', { query: { ...user, count: 1 } });
    await client.request('GET', '/api/users/{email}', { pathParams: user });
    expect(asked).toEqual([user, user]);
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/api/inApp/getMessages?email=ada%40example.com&count=1',
      '/api/users/ada%40example.com',
    ]);
  });
});
