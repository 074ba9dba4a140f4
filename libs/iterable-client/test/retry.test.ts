import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { IterableApiError } from '../src/index.js';
import { scriptedClient } from './scripted-client.js';

const API = 'https://api.iterable.com';
const SUCCESS = { msg: '', code: 'Success', params: null };
const user = { email: 'ada@example.com', dataFields: { plan: 'pro' } };

describe('retries', () => {
  it('waits about 1 s and 2 s after a 503 and a 502, then succeeds', async () => {
    const server = nock(API).post('/api/users/update');
    server.reply(503, 'busy');
    nock(API).post('/api/users/update').reply(502, '<html><title>Bad Gateway</title></html>');
    nock(API).post('/api/users/update').reply(200, SUCCESS);
    const { client, waits, lines } = scriptedClient({ random: () => 0.5 });

    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);

    expect(waits).toEqual([1125, 2250]);
    expect(lines).toEqual([
      'Attempt 1/3 for users/update',
      'Retryable error 503 from users/update. Retrying in 1.13s (attempt 1/3)',
      'Attempt 2/3 for users/update',
      'Retryable error 502 from users/update. Retrying in 2.25s (attempt 2/3)',
      'Attempt 3/3 for users/update',
      'users/update call successful: Success',
    ]);
    expect(client.statistics()).toEqual({
      'users/update': {
        calls: 1,
        succeeded: 1,
        failed: 0,
        attempts: 3,
        retries: { 502: 1, 503: 1 },
        waitMs: 3375,
      },
    });
  });

  it('never retries a 400', async () => {
    nock(API).post('/api/users/update').reply(400, { code: 'BadParams', msg: 'bad', params: null });
    const { client, waits } = scriptedClient();

    const error = await client.users.update(user).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(IterableApiError);
    expect(error).toMatchObject({ status: 400, iterableCode: 'BadParams', attempts: 1 });
    expect(waits).toEqual([]);
  });
});
