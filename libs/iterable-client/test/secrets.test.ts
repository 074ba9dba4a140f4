import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { type IterableClient, IterableError } from '../src/index.js';
import { answerJson, startServer, type Answer } from './http-server.js';
import { API_KEY, scriptedClient } from './scripted-client.js';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJlbWFpbCI6ImFkYUBleGFtcGxlLmNvbSJ9.c2lnbmF0dXJl';
const EMAIL = 'ada.lovelace@example.com';
const SECRET_FIELD = 'value-of-a-field';
const IP = '203.0.113.77';
const auth = {
  method: 'jwt' as const,
  headers: () => ({ 'Api-Key': API_KEY, Authorization: `Bearer ${TOKEN}` }),
};

/** Every text that any look at a value shows: what logs, crashes and serializers would print. */
function everythingShown(value: unknown): string {
  const shown = [
    String(value),
    JSON.stringify(value),
    inspect(value, { depth: Infinity, showHidden: true, getters: false }),
    inspect(value, { depth: Infinity }),
  ];
  const seen = new Set<unknown>();
  const walk = (each: unknown): void => {
    if (typeof each === 'string') shown.push(each);
    if (typeof each !== 'object' || each === null || seen.has(each)) return;
    seen.add(each);
    for (const key of Reflect.ownKeys(each)) {
      shown.push(String(key));
      walk((each as Record<PropertyKey, unknown>)[key]);
    }
    if (each instanceof Error) walk(each.cause);
  };
  walk(value);
  return shown.join('\n');
}

function expectNothingSecretIn(value: unknown): void {
  const shown = everythingShown(value);
  for (const secret of [API_KEY, TOKEN, EMAIL, SECRET_FIELD, IP]) {
    expect(shown).not.toContain(secret);
  }
}

const shownByHooks: unknown[] = [];
const note = (event: object): void => void shownByHooks.push(event);
afterEach(() => shownByHooks.splice(0));

function clientOf(options: object): IterableClient {
  const hooks = { onAttempt: note, onRetry: note, onSuccess: note, onFailure: note };
  return scriptedClient({ auth, hooks, ...options }).client;
}

async function errorOf(options: object): Promise<unknown> {
  const client = clientOf(options);
  const body = { email: EMAIL, dataFields: { field: SECRET_FIELD } };
  const error: unknown = await client.users.update(body).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(IterableError);
  expect(shownByHooks.length).toBeGreaterThan(0);
  expectNothingSecretIn(shownByHooks);
  expectNothingSecretIn(client);
  expectNothingSecretIn(client.statistics());
  expectNothingSecretIn((error as { body?: string }).body ?? '');
  return error;
}

const echo: Answer = (reply, request) => {
  reply.writeHead(502).end(`<html><title>x</title>${JSON.stringify(request.headers)}`);
};

describe('nothing secret is shown', () => {
  it.each<[string, Answer]>([
    ['an error page that echoes the headers', echo],
    [
      'a good status with an echo',
      (reply, request) => void reply.end(`<html><title>${request.headers.authorization}</title>`),
    ],
    [
      'a JSON error that echoes the headers and the user',
      (reply, request) =>
        answerJson(
          reply,
          {
            code: `Bad ${request.headers['api-key'] as string}`,
            msg: `${EMAIL} ${request.headers.authorization}`,
            params: { headers: request.headers, ip: IP, user: EMAIL },
          },
          400,
        ),
    ],
    [
      'a 401 with the address of the caller',
      (reply) =>
        answerJson(reply, { code: 'BadApiKey', msg: 'Invalid API key', params: { ip: IP } }, 401),
    ],
    ['a 401 in plain text', (reply) => void reply.writeHead(401).end(`refused ${IP} ${API_KEY}`)],
    ['a plain text', (reply) => void reply.writeHead(400).end(`no ${EMAIL} ${TOKEN}`)],
    [
      'headers that echo',
      (reply) =>
        void reply
          .writeHead(302, { location: `https://example.com/${API_KEY}`, 'retry-after': '9' })
          .end(),
    ],
    ['a reset connection', (_, request) => void request.socket.resetAndDestroy()],
  ])('of %s', async (_, answer) => {
    await using server = await startServer(answer);
    expectNothingSecretIn(await errorOf({ baseUrl: server.url }));
  });

  it.each<[string, () => Promise<Response>]>([
    [
      'a transport error that quotes headers and keeps the request',
      () =>
        Promise.reject(
          Object.assign(new TypeError(`bad header ${TOKEN}`), {
            request: { headers: auth.headers() },
            cause: Object.assign(new Error(`socket ${API_KEY}`), { code: 'UND_ERR_SOCKET' }),
          }),
        ),
    ],
    ['a transport that rejects with a text', () => Promise.reject(API_KEY as unknown as Error)],
    ['a transport that gives no response', () => Promise.resolve(undefined as unknown as Response)],
  ])('of %s', async (_, fetch) => {
    expectNothingSecretIn(await errorOf({ fetch }));
  });

  it('of a time limit', async () => {
    await using server = await startServer(() => undefined);
    expectNothingSecretIn(await errorOf({ baseUrl: server.url, timeoutMs: 20 }));
  });

  it('of params, although they can be read', async () => {
    await using server = await startServer((reply) =>
      answerJson(reply, { code: 'X', msg: 'x', params: { offendingValue: SECRET_FIELD } }, 400),
    );
    const error = await errorOf({ baseUrl: server.url });
    expectNothingSecretIn(error);
    expect(error).toHaveProperty('params', { offendingValue: SECRET_FIELD });
  });

  it.each([
    ['a line end', { 'Api-Key': `${API_KEY}\n` }],
    ['a character that is not ASCII', { Authorization: `Bearer ${TOKEN}é` }],
    ['a value that is no text', { 'Api-Key': [API_KEY] }],
    ['a name that is none', { 'Api Key': API_KEY }],
    ['no object', API_KEY],
    ['nothing', undefined],
  ])('of headers with %s', async (_, headers) => {
    const client = clientOf({ auth: { method: 'api-key', headers: () => headers } });
    const error: unknown = await client.users.getFields().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'CONFIGURATION', attempts: 0, effect: 'none' });
    expectNothingSecretIn(error);
  });

  it('of a client with an API key', () => {
    expectNothingSecretIn(scriptedClient().client);
  });

  it.each([`${API_KEY} `, `${API_KEY}\r\nX: y`, `${API_KEY}é`])(
    'of a key that cannot be sent',
    (apiKey) => {
      expect(() => scriptedClient({ apiKey })).toThrow(/^apiKey must be printable ASCII/);
      try {
        scriptedClient({ apiKey });
      } catch (error) {
        expectNothingSecretIn(error);
      }
    },
  );
});
