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
      API_ERROR: () => call(() => json({ code: 'BadApiKey', msg: API_KEY, params: null }, 401)),
      EVENT_DISALLOWED: () =>
        call(() => json({ code: 'Success', msg: 'event x is disallowed from tracking' })),
      RATE_LIMIT_EXHAUSTED: () => call(() => json({}, 429)),
      RATE_LIMIT_WAIT: async () => {
        const { client } = scriptedClient({
          fetch: async () => json({ fields: {} }),
          rateLimits: { limits: { 'users/getFields': { requests: 1, periodSeconds: 60 } } },
          totalTimeoutMs: 10,
        });
        for (let count = 0; count < 2; count += 1) await client.users.getFields();
      },
      NETWORK_ERROR: () => call(() => Promise.reject(new TypeError(API_KEY))),
      TIMEOUT: () => call(() => new Promise(() => undefined), { timeoutMs: 1 }),
      ABORTED: () => call(() => json({}), {}, { signal: AbortSignal.abort() }),
      RESPONSE_SHAPE: () => call(() => new Response(`<html>${API_KEY}</html>`)),
      REDIRECT_REFUSED: () =>
        call(() => new Response('', { status: 302, headers: { location: `/${API_KEY}` } })),
      INVALID_INPUT: () =>
        scriptedClient().client.users.update({ email: 'a', dataFields: { n: Number.NaN } }),
      CONFIGURATION: () =>
        call(() => json({}), {
          auth: { method: 'api-key', headers: () => ({ 'Api-Key': `${API_KEY}\n` }) },
        }),
      EXPORT_INCOMPLETE: () => {
        throw new library.IterableExportError('export/files', 'Running', false);
      },
    },
  });
});
