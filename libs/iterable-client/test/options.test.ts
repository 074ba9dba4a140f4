import { describe, expect, it } from 'vitest';
import { IterableClient, type IterableClientOptions } from '../src/index.js';
import { API_KEY, scriptedClient } from './scripted-client.js';

const auth = { method: 'api-key', headers: () => ({}) };
const create = (options: unknown): IterableClient =>
  new IterableClient(options as IterableClientOptions);

describe('IterableClient', () => {
  it('needs an API key and nothing else', () => {
    expect(create({ apiKey: API_KEY })).toBeInstanceOf(IterableClient);
  });

  it.each(['api-key', 'jwt'])('tells that its requests are authenticated by %s', (method) => {
    expect(create({ auth: { ...auth, method } }).authMethod).toBe(method);
  });

  it('closes without a connection of its own', () => {
    using client = create({ apiKey: API_KEY, fetch: () => Promise.reject(new Error('unused')) });
    expect(() => client.close()).not.toThrow();
  });

  it('takes undefined for an option that is not given', () => {
    const options = { apiKey: API_KEY, auth: undefined, baseUrl: undefined, hooks: undefined };
    expect(create(options)).toBeInstanceOf(IterableClient);
  });

  it.each<[string, unknown, string]>([
    ['no options', undefined, 'options must be an object; received undefined'],
    ['a key for options', API_KEY, 'options must be an object; received a value of type string'],
    ['no credentials', {}, 'Give either apiKey or auth; received neither.'],
    ['two credentials', { apiKey: API_KEY, auth }, 'Give either apiKey or auth; received both.'],
    ['an empty key', { apiKey: '' }, 'apiKey must be printable ASCII'],
    [
      'a key that is no text',
      { apiKey: 17 },
      'apiKey must be a text; received a value of type number',
    ],
    ['an authenticator that is none', { auth: {} }, 'auth must be an authenticator'],
    ['null for an authenticator', { auth: null }, 'auth must be an authenticator'],
    ['an authenticator of another method', { auth: { ...auth, method: 'x' } }, 'auth must be'],
    ['renew that is no function', { auth: { ...auth, renew: 1 } }, 'auth must be'],
    ['an option nobody knows', { auth, retries: 3 }, 'unknown option "retries". Known: apiKey,'],
    ['a misspelt option', { auth, baseURL: 'x' }, 'Did you mean "baseUrl"?'],
    ['a misspelt option', { auth, timeout: 1 }, 'Did you mean "timeoutMs"?'],
    ['a misspelt hook', { auth, hooks: { onRetries: 1 } }, 'Did you mean "onRetry"?'],
    ['a hook that is none', { auth, hooks: { onRetry: 1 } }, 'hooks.onRetry must be a function'],
    ['hooks that are none', { auth, hooks: [] }, 'hooks must be an object; received a list'],
    [
      'no attempts',
      { auth, maxAttempts: 0 },
      'maxAttempts must be a whole number from 1 to 100; received 0',
    ],
    ['too many attempts', { auth, maxAttempts: 101 }, 'received 101'],
    ['half an attempt', { auth, maxAttempts: 1.5 }, 'received 1.5'],
    ['a text for a number', { auth, timeoutMs: '30000' }, 'received a value of type string'],
    ['a time no timer takes', { auth, timeoutMs: 2 ** 31 }, 'timeoutMs must be'],
    ['an endless time', { auth, totalTimeoutMs: Infinity }, 'totalTimeoutMs must be'],
    ['a negative wait', { auth, maxRetryDelayMs: -1 }, 'maxRetryDelayMs must be'],
    ['a fetch that is none', { auth, fetch: {} }, 'fetch must be a function'],
    ['a clock that is none', { auth, now: 5 }, 'now must be a function'],
    ['a sleep that is none', { auth, sleep: 5 }, 'sleep must be a function'],
    ['randomness that is none', { auth, random: 0.5 }, 'random must be a function'],
  ])('refuses %s', (_, options, message) => {
    expect(() => create(options)).toThrow(
      expect.objectContaining({
        name: 'TypeError',
        message: expect.stringContaining(message) as string,
      }),
    );
  });

  it.each<[string, object, string]>([
    ['an option nobody knows', { timeout: 1 }, 'users/getFields options: unknown option "timeout"'],
    ['no attempts', { maxAttempts: 0 }, 'maxAttempts must be'],
    ['no time', { totalTimeoutMs: 0 }, 'totalTimeoutMs must be'],
    ['a misspelt hook', { hooks: { onRetries: 1 } }, 'Did you mean "onRetry"?'],
    ['null', null as unknown as object, 'users/getFields options must be an object; received null'],
  ])('refuses a call with %s, before it counts', async (_, options, message) => {
    const { client } = scriptedClient();
    const call = client.users.getFields(options);
    await expect(call).rejects.toThrow(TypeError);
    await expect(call).rejects.toThrow(message);
    expect(client.statistics()).toEqual({});
  });

  it('has methods that work without it', async () => {
    const { client } = scriptedClient({ fetch: async () => Response.json({ fields: {} }) });
    const { getFields } = client.users;
    await expect(getFields()).resolves.toEqual({ fields: {} });
  });
});
