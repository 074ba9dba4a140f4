import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { IterableApiError, IterableResponseError } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { SUCCESS } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const API = 'https://api.iterable.com';
const user = { email: 'ada@example.com' };

describe('good replies', () => {
  it('come back as they are, with fields nobody documented', async () => {
    const reply = { ...SUCCESS, novelty: [1] };
    nock(API).post('/api/users/update').reply(200, reply);
    await expect(scriptedClient().client.users.update(user)).resolves.toEqual(reply);
  });

  it('may lack what is documented and proves nothing', async () => {
    nock(API).post('/api/users/update').reply(202, { code: 'Success' });
    await expect(scriptedClient().client.users.update(user)).resolves.toEqual({ code: 'Success' });
  });

  it('of bulkUpdate keep every list of identifiers', async () => {
    const reply = {
      successCount: 1,
      failCount: 3,
      failedUpdates: {
        forgottenEmails: ['a@example.com'],
        conflictUserIds: ['1'],
        invalidDataEmails: ['b@example.com'],
        noOpEmails: [],
      },
      filteredOutFields: ['x'],
    };
    nock(API).post('/api/users/bulkUpdate').reply(200, reply);
    const { client, lines } = scriptedClient();
    await expect(client.users.bulkUpdate({ users: [user] })).resolves.toEqual(reply);
    expect(lines.at(-1)).toBe('users/bulkUpdate call successful: 1 succeeded, 3 failed');
  });

  it('of getFields are the fields', async () => {
    const fields = { LTV: 'double', 'defaultAddress.number': 'long' };
    nock(API).get('/api/users/getFields').reply(200, { fields });
    await expect(scriptedClient().client.users.getFields()).resolves.toEqual({ fields });
  });

  it('of client.request are JSON, or text where the caller says so', async () => {
    nock(API).get('/api/lists').reply(200, { lists: [] });
    nock(API).get('/api/lists/getUsers').query({ listId: 7 }).reply(200, 'a@example.com\n');
    const { client } = scriptedClient();
    await expect(client.request('GET', '/api/lists')).resolves.toEqual({ lists: [] });
    await expect(
      client.request('GET', '/api/lists/getUsers', { query: { listId: 7 }, reply: 'text' }),
    ).resolves.toBe('a@example.com\n');
  });
});

describe('HTTP 2xx that reports a failure', () => {
  it('is an error where the code is not Success', async () => {
    nock(API).post('/api/users/update').reply(200, { code: 'BadParams', msg: '', params: null });
    const error = await failureOf(scriptedClient().client.users.update(user));
    expect(error).toBeInstanceOf(IterableApiError);
    expect(error).toMatchObject({ status: 200, iterableCode: 'BadParams', retryable: false });
    expect(error.message).toBe('users/update failed: HTTP 200 BadParams.');
  });

  it('is an error of its own where the event is disallowed', async () => {
    nock(API)
      .post('/api/events/track')
      .reply(200, { ...SUCCESS, msg: 'Event name: opened is disallowed from tracking.' });
    const { client, waits } = scriptedClient();
    const error = await failureOf(client.events.track({ ...user, eventName: 'opened' }));
    expect(error).toMatchObject({
      code: 'EVENT_DISALLOWED',
      status: 200,
      attempts: 1,
      retryable: false,
      effect: 'none',
    });
    expect(error.message).toMatch(/The project blocks this event name: Iterable stored nothing\.$/);
    expect(waits).toEqual([]);
  });

  it('is an error where a bulk operation answers with an envelope', async () => {
    nock(API).post('/api/users/bulkUpdate').reply(200, { code: 'GenericError', msg: 'no' });
    const error = await failureOf(scriptedClient().client.users.bulkUpdate({ users: [user] }));
    expect(error).toMatchObject({ code: 'API_ERROR', iterableCode: 'GenericError' });
  });

  it('is an error where the catalog envelope comes with it', async () => {
    nock(API)
      .get('/api/catalogs')
      .reply(200, { error: 'NotFound', message: 'no', code: 'error.x' });
    const error = await failureOf(scriptedClient().client.request('GET', '/api/catalogs'));
    expect(error).toMatchObject({ iterableCode: 'error.x', msg: 'no' });
  });
});

describe('HTTP 200 that proves nothing', () => {
  it.each<[string, nock.Body, string]>([
    ['an empty body', '', 'an empty body'],
    ['an HTML page', '<!DOCTYPE html><title>Sign in</title>', 'an HTML page ("Sign in")'],
    ['JSON cut short', '{"msg":"","code":"Succ', 'JSON that is cut short'],
    ['plain text', 'OK', 'text that is not JSON'],
    ['another JSON value', '"Success"', 'the reply is not a JSON object'],
    ['null', 'null', 'the reply is not a JSON object'],
    ['an object without a code', '{}', 'the reply has no valid code'],
  ])('is an error with %s, after all attempts', async (_, body, problem) => {
    nock(API).post('/api/users/update').thrice().reply(200, body);
    const { client, waits } = scriptedClient();
    const error = await failureOf(client.users.update(user));
    expect(error).toBeInstanceOf(IterableResponseError);
    expect(error).toMatchObject({
      code: 'RESPONSE_SHAPE',
      status: 200,
      attempts: 3,
      retryable: true,
      effect: 'unknown',
    });
    expect(error.message).toContain(problem);
    expect(waits).toEqual([1000, 2000]);
  });

  it('is no error when a repeat gives the good reply', async () => {
    nock(API).post('/api/users/update').reply(200, '');
    nock(API).post('/api/users/update').reply(200, SUCCESS);
    const { client } = scriptedClient();
    await expect(client.users.update(user)).resolves.toEqual(SUCCESS);
    expect(client.statistics()['users/update']?.retries).toEqual({ response: 1 });
  });

  it('is not repeated for an operation that may not be', async () => {
    nock(API).post('/api/campaigns/trigger').reply(200, '<html>');
    const error = await failureOf(
      scriptedClient().client.request('POST', '/api/campaigns/trigger', { body: {} }),
    );
    expect(error).toMatchObject({ code: 'RESPONSE_SHAPE', attempts: 1, retryable: false });
  });

  it.each<[string, object]>([
    ['no counts', {}],
    ['a missing count', { successCount: 1 }],
    ['a negative count', { successCount: 2, failCount: -1 }],
    ['a count that is a text', { successCount: '1', failCount: 0 }],
  ])('is an error where a bulk reply has %s', async (_, reply) => {
    nock(API).post('/api/events/trackBulk').reply(200, reply);
    const { client } = scriptedClient({ maxAttempts: 1 });
    const call = client.events.trackBulk({ events: [{ ...user, eventName: 'opened' }] });
    expect(await failureOf(call)).toMatchObject({ code: 'RESPONSE_SHAPE' });
  });
});
