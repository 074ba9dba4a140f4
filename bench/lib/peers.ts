/** Sends one request and reads its reply. */
export type Send = () => Promise<unknown>;

/** Makes a client of each kind, ready to send the same request to that address. */
export const peers: Readonly<Record<string, (url: string) => Promise<Send>>> = {
  '@org/iterable-client': async (url) => {
    const { IterableClient } = await import('@org/iterable-client');
    const client = new IterableClient({ apiKey, baseUrl: url, rateLimits });
    return () => client.users.update(user);
  },
  '@org/iterable-client, JWT': async (url) => {
    const { IterableClient } = await import('@org/iterable-client');
    const { jwtAuth } = await import('@org/auth');
    const auth = jwtAuth({ secret: 'a-secret-of-at-least-32-characters', apiKey });
    const client = new IterableClient({ auth, baseUrl: url, rateLimits });
    return () => client.users.update(user);
  },
  '@org/iterable-client over global fetch': async (url) => {
    const { IterableClient } = await import('@org/iterable-client');
    const client = new IterableClient({ apiKey, baseUrl: url, rateLimits, fetch });
    return () => client.users.update(user);
  },
  '@iterable/api': async (url) => {
    const { IterableClient } = await import('@iterable/api');
    const client = new IterableClient({ apiKey, baseUrl: url, timeout: 30_000, debug: false });
    return () => client.updateUser(user);
  },
  'undici.request': async (url) => {
    const { request, Agent } = await import('undici');
    const dispatcher = new Agent({ connections: 256 });
    return async () => {
      const { body } = await request(url + PATH, {
        method: 'POST',
        headers,
        body: text(),
        dispatcher,
      });
      return body.json();
    };
  },
  fetch: async (url) => async () => {
    const reply = await fetch(url + PATH, { method: 'POST', headers, body: text() });
    return (await reply.json()) as unknown;
  },
  ky: async (url) => {
    const { default: ky } = await import('ky');
    return () => ky.post(url + PATH, { headers, json: user }).json();
  },
  axios: async (url) => {
    const { default: axios } = await import('axios');
    const { Agent } = await import('node:http');
    const client = axios.create({ headers, httpAgent: new Agent({ keepAlive: true }) });
    return async () => (await client.post<unknown>(url + PATH, user)).data;
  },
};

const PATH = '/api/users/update';
const apiKey = '0123456789abcdef0123456789abcdef';
const headers = { 'api-key': apiKey, 'content-type': 'application/json' };
/** The limit is counted, and never reached. */
const rateLimits = { limits: { 'users/update': { requests: 1_000_000, periodSeconds: 1 } } };
/** 411 bytes as JSON. */
const user = {
  email: 'ada.lovelace@example.com',
  dataFields: Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`profileField${index}`, `value ${index} of a user`]),
  ),
};
const text = (): string => JSON.stringify(user);
