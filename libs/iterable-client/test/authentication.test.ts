import { describe, expect, it, vi } from 'vitest';
import type { Authenticator, Subject } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { type Answer, SUCCESS, answerJson, startServer } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com' };
const BAD_TOKEN = { code: 'InvalidJwtPayload', msg: 'jwt token is expired', params: { ip: '1' } };

/** Signs like a JWT authenticator does: one token for each subject, until it is to be renewed. */
function signer(): Required<Authenticator> & { readonly asked: (Subject | undefined)[] } {
  const asked: (Subject | undefined)[] = [];
  let version = 1;
  return {
    method: 'jwt',
    asked,
    headers: async (subject) => {
      asked.push(subject);
      return { Authorization: `Bearer token-${version}` };
    },
    renew: vi.fn(() => void (version += 1)),
  };
}

const refuseTokens =
  (...bad: string[]): Answer =>
  (reply, { headers }) =>
    bad.includes(headers.authorization ?? '')
      ? answerJson(reply, BAD_TOKEN, 401)
      : answerJson(reply, SUCCESS);

describe('the authenticator', () => {
  it('is asked for the user of the body, on every attempt', async () => {
    await using server = await startServer((reply, _, count) =>
      count < 3 ? void reply.writeHead(503).end() : answerJson(reply, SUCCESS),
    );
    const auth = signer();
    const { client } = scriptedClient({ baseUrl: server.url, auth });
    await client.events.track({ userId: 'u-1', eventName: 'opened' });
    expect(auth.asked).toEqual([{ userId: 'u-1' }, { userId: 'u-1' }, { userId: 'u-1' }]);
  });

  it('is asked for nobody where a call is about many or none', async () => {
    await using server = await startServer((reply) =>
      answerJson(reply, { successCount: 1, failCount: 0, fields: {} }),
    );
    const auth = signer();
    const { client } = scriptedClient({ baseUrl: server.url, auth });
    await client.users.bulkUpdate({ users: [user] });
    await client.users.getFields();
    expect(auth.asked).toEqual([undefined, undefined]);
  });

  it('cannot replace the headers that are ours', async () => {
    await using server = await startServer((reply) => answerJson(reply, SUCCESS));
    const headers = () => ({ 'Content-Type': 'text/plain', HOST: 'x', 'X-Own': 'kept' });
    const auth = { method: 'api-key', headers };
    await scriptedClient({ baseUrl: server.url, auth }).client.users.update(user);
    expect(server.seen[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      host: new URL(server.url).host,
      'x-own': 'kept',
    });
  });

  it('cannot give a request without a body the headers of one', async () => {
    await using server = await startServer((reply) => answerJson(reply, { fields: {} }));
    const headers = () => ({ 'Content-Type': 'text/plain', 'Content-Length': '7' });
    const auth = { method: 'api-key', headers };
    await scriptedClient({ baseUrl: server.url, auth }).client.users.getFields();
    expect(server.seen[0]?.headers).not.toHaveProperty('content-type');
    expect(server.seen[0]?.headers).not.toHaveProperty('content-length');
  });

  it('may throw: its error reaches the caller unchanged, and nothing is sent', async () => {
    const refusal = new RangeError('no subject');
    const { client, events } = scriptedClient({
      auth: { method: 'jwt', headers: () => Promise.reject(refusal) },
    });
    await expect(client.users.getFields()).rejects.toBe(refusal);
    expect(events.map(({ name }) => name)).toEqual(['onFailure']);
    expect(client.statistics()['users/getFields']).toMatchObject({ failed: 1, attempts: 0 });
  });
});

describe('a token that Iterable calls bad', () => {
  it('is renewed, and the call made once more', async () => {
    await using server = await startServer(refuseTokens('Bearer token-1'));
    const auth = signer();
    const { client, waits, lines } = scriptedClient({ baseUrl: server.url, auth });
    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
    expect(auth.renew).toHaveBeenCalledExactlyOnceWith(user);
    expect(waits).toEqual([]);
    expect(lines).toEqual([
      'Attempt 1/3 for users/update',
      'Retryable error 401 from users/update. Retrying in 0.00s (attempt 1/4)',
      'Attempt 2/4 for users/update',
      'users/update call successful: Success',
    ]);
    expect(client.statistics()['users/update']).toMatchObject({ retries: { 401: 1 }, waitMs: 0 });
  });

  it('is renewed even where one attempt is all that is allowed', async () => {
    await using server = await startServer(refuseTokens('Bearer token-1'));
    const { client } = scriptedClient({ baseUrl: server.url, auth: signer(), maxAttempts: 1 });
    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
  });

  it('is renewed once a call and not again', async () => {
    await using server = await startServer(refuseTokens('Bearer token-1', 'Bearer token-2'));
    const auth = signer();
    const { client } = scriptedClient({ baseUrl: server.url, auth });
    const error = await failureOf(client.users.update(user));
    expect(error).toMatchObject({ status: 401, iterableCode: 'InvalidJwtPayload', attempts: 2 });
    expect(auth.renew).toHaveBeenCalledOnce();
    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
  });

  it('does not take an attempt or lengthen a wait from the retries', async () => {
    await using server = await startServer((reply, _, count) => {
      if (count === 1) answerJson(reply, BAD_TOKEN, 401);
      else if (count < 4) reply.writeHead(503).end();
      else answerJson(reply, SUCCESS);
    });
    const { client, waits } = scriptedClient({ baseUrl: server.url, auth: signer() });
    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
    expect(waits).toEqual([1000, 2000]);
  });

  it('is not renewed when the token is for another user', async () => {
    await using server = await startServer((reply) =>
      answerJson(reply, { code: 'JwtUserIdentifiersMismatched', msg: 'other user' }, 401),
    );
    const auth = signer();
    const { client } = scriptedClient({ baseUrl: server.url, auth });
    expect(await failureOf(client.users.update(user))).toMatchObject({ attempts: 1 });
    expect(auth.renew).not.toHaveBeenCalled();
  });

  it('is not renewed without JWT', async () => {
    await using server = await startServer((reply) => answerJson(reply, BAD_TOKEN, 401));
    const renew = vi.fn();
    const auth = { method: 'api-key', headers: () => ({ 'Api-Key': 'k' }), renew };
    const { client } = scriptedClient({ baseUrl: server.url, auth });
    expect(await failureOf(client.users.update(user))).toMatchObject({ attempts: 1 });
    expect(renew).not.toHaveBeenCalled();
  });
});
