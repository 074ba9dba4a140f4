import { describe } from 'vitest';
import { testErrors } from '../../../tools/vitest/errors.js';
import * as library from '../src/index.js';
import { API_KEY, scriptedClient } from './scripted-client.js';

/** A call that is answered so. */
function call(
  answer: () => Response | Promise<Response>,
  options: object = {},
  callOptions: library.CallOptions = {},
): Promise<unknown> {
  const { client } = scriptedClient({ fetch: async () => answer(), maxAttempts: 1, ...options });
  return client.events.track({ email: 'ada@example.com', eventName: 'x' }, callOptions);
}

const json = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { 'x-echo': API_KEY } });

describe('the errors', () => {
  testErrors({
    library,
    secret: API_KEY,
    examples: {
      'api-error': () => call(() => json({ code: 'BadApiKey', msg: API_KEY, params: null }, 401)),
      'event-disallowed': () =>
        call(() => json({ code: 'Success', msg: 'event x is disallowed from tracking' })),
      'rate-limit-exhausted': () => call(() => json({}, 429)),
      'rate-limit-wait': async () => {
        const { client } = scriptedClient({
          fetch: async () => json({ fields: {} }),
          rateLimits: { limits: { 'users/getFields': { requests: 1, periodSeconds: 60 } } },
          totalTimeoutMs: 10,
        });
        for (let count = 0; count < 2; count += 1) await client.users.getFields();
      },
      'network-error': () => call(() => Promise.reject(new TypeError(API_KEY))),
      timeout: () => call(() => new Promise(() => undefined), { timeoutMs: 1 }),
      aborted: () => call(() => json({}), {}, { signal: AbortSignal.abort() }),
      'response-shape': () => call(() => new Response(`<html>${API_KEY}</html>`)),
      'redirect-refused': () =>
        call(() => new Response('', { status: 302, headers: { location: `/${API_KEY}` } })),
      'invalid-input': () =>
        scriptedClient().client.users.update({ email: 'a', dataFields: { n: Number.NaN } }),
      configuration: () =>
        call(() => json({}), {
          auth: { method: 'api-key', headers: () => ({ 'Api-Key': `${API_KEY}\n` }) },
        }),
      'export-incomplete': () => {
        throw new library.IterableExportError('export/files', 'Running', false);
      },
    },
  });
});
