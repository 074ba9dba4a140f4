import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { type IterableApiError, type IterableError } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { scriptedClient } from './scripted-client.js';

const user = { email: 'ada@example.com' };

function updateAnswered(status: number, body: nock.Body, headers?: nock.ReplyHeaders) {
  nock('https://api.iterable.com').post('/api/users/update').reply(status, body, headers);
  return failureOf<IterableApiError>(scriptedClient({ maxAttempts: 1 }).client.users.update(user));
}

describe('error replies', () => {
  it('carry status, code, message, params and request id', async () => {
    const params = {
      validationErrors: { signupDate: { expectedType: 'date', offendingValue: 'GGG' } },
    };
    const error = await updateAnswered(
      400,
      { code: 'RequestFieldsTypesMismatched', msg: 'Field signupDate', params },
      { 'X-Request-Id': 'req-1' },
    );
    expect(error).toMatchObject({
      status: 400,
      iterableCode: 'RequestFieldsTypesMismatched',
      msg: 'Field signupDate',
      requestId: 'req-1',
      retryAfterMs: undefined,
    });
    expect(error.params).toEqual(params);
  });

  it('never keep the address of the caller, which a 401 quotes', async () => {
    const params = { ip: '203.0.113.77', endpoint: '/api/users/update' };
    const error = await updateAnswered(401, { code: 'BadApiKey', msg: 'Invalid API key', params });
    expect(error.params).toEqual({ endpoint: '/api/users/update' });
    expect(error.message).toMatch(/Check the API key, its type, and that it belongs to this data/);
  });

  it('have a request id that is cut', async () => {
    const error = await updateAnswered(400, '', { 'X-Request-Id': 'x'.repeat(201) });
    expect(error.requestId).toBe('x'.repeat(200));
  });

  it('with the code Success are errors all the same', async () => {
    const error = await updateAnswered(400, { code: 'Success', msg: 'Invalid list', params: null });
    expect(error).toMatchObject({ code: 'API_ERROR', status: 400, iterableCode: 'Success' });
  });

  it('of catalogs are read too', async () => {
    const error = await updateAnswered(404, {
      error: 'NotFound',
      message: 'Catalog not found: x',
      code: 'error.catalogs.notFound',
      data: { args: ['x'] },
    });
    expect(error).toMatchObject({
      iterableCode: 'error.catalogs.notFound',
      msg: 'Catalog not found: x',
      params: { args: ['x'] },
    });
  });

  it('in HTML are told by their title', async () => {
    const error = await updateAnswered(502, '<html><title>502 Bad Gateway</title>');
    expect(error.message).toContain('the reply was an HTML page ("502 Bad Gateway")');
    expect(error.body).toBe('<html><title>502 Bad Gateway</title>');
  });

  it('in plain text are told as they are', async () => {
    const error = await updateAnswered(503, 'Request timeout.\n Try again later.');
    expect(error.msg).toBe('Request timeout. Try again later.');
  });

  it('without a body are told by their status', async () => {
    const error = await updateAnswered(404, '');
    expect(error.message).toBe('users/update failed: HTTP 404.');
  });

  it('of any length are cut', async () => {
    const long = await updateAnswered(400, 'x'.repeat(1_000_000));
    expect(long.body?.length).toBeLessThan(600);
    expect(long.message.length).toBeLessThan(1200);
    const said = await updateAnswered(400, { code: 'BadParams', msg: 'y'.repeat(50_000) });
    expect(said.message.length).toBeLessThan(1200);
  });

  it('with 413 advise fewer records', async () => {
    const error = await updateAnswered(413, '');
    expect(error.message).toBe('users/update failed: HTTP 413. Send fewer records at once.');
  });

  it('are told in JSON, with all that may be told', async () => {
    const error: IterableError = await updateAnswered(400, { code: 'BadParams', msg: 'no' });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'IterableApiError',
      code: 'API_ERROR',
      message: 'users/update failed: HTTP 400 BadParams: no.',
      operation: 'users/update',
      attempts: 1,
      retryable: false,
      effect: 'none',
      status: 400,
      iterableCode: 'BadParams',
      msg: 'no',
    });
  });
});
