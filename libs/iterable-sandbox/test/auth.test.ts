import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import { call, JWT_SECRET, KEY, startSandbox, type Answer } from './support.js';

const UPDATE = '/api/users/update';
const ANN = { email: 'ann@example.com' };

describe('a key', () => {
  it('is needed', async () => {
    const sandbox = await startSandbox();
    const answer = await call(sandbox, UPDATE, { body: ANN, headers: {} });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      msg: 'Invalid API key',
      code: 'BadApiKey',
      params: { ip: '127.0.0.1', endpoint: UPDATE },
    });
    expect(sandbox.users.count()).toBe(0);
  });

  it('is refused where the project does not have it', async () => {
    const sandbox = await startSandbox();
    const answer = await call(sandbox, UPDATE, { body: ANN, headers: { 'api-key': 'wrong' } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'BadApiKey' } });
    expect(JSON.stringify(answer.body)).not.toContain('wrong');
    expect(sandbox.users.count()).toBe(0);
  });

  it('is read from `Api_Key` too, and not from the query string', async () => {
    const sandbox = await startSandbox();
    const underscore = await call(sandbox, UPDATE, { body: ANN, headers: { api_key: KEY } });
    expect(underscore.status).toBe(200);
    const query = await call(sandbox, `${UPDATE}?api_key=${KEY}`, { body: ANN, headers: {} });
    expect(query.status).toBe(401);
  });

  it('counts before a bad body does', async () => {
    const sandbox = await startSandbox();
    expect((await call(sandbox, UPDATE, { body: '{', headers: {} })).status).toBe(401);
  });
});

describe('a key of a data center', () => {
  const apiKeys = [
    { key: 'us-key', dataCenter: 'us' },
    { key: 'eu-key', dataCenter: 'eu' },
    { key: 'eu-jwt', dataCenter: 'eu', jwtSecret: JWT_SECRET },
    { key: 'own-key' },
  ] as const;
  const send = (sandbox: Sandbox, key: string): Promise<Answer> =>
    call(sandbox, UPDATE, { body: ANN, headers: { 'api-key': key } });

  it.each([
    ['us', ['us-key', 'own-key'], ['eu-key', 'eu-jwt']],
    ['eu', ['eu-key', 'own-key'], ['us-key']],
  ] as const)('works in its own only: %s', async (dataCenter, own, others) => {
    const sandbox = await startSandbox({ apiKeys, dataCenter });
    for (const key of others) {
      const [foreign, unknown] = [await send(sandbox, key), await send(sandbox, 'wrong')];
      expect(foreign.status).toBe(401);
      expect(foreign.body).toMatchObject({ code: 'BadApiKey', msg: 'Invalid API key' });
      expect(foreign.body).toEqual(unknown.body);
    }
    expect(sandbox.users.count()).toBe(0);
    for (const key of own) expect((await send(sandbox, key)).status).toBe(200);
  });

  it('works in us where nothing is said', async () => {
    const sandbox = await startSandbox({ apiKeys });
    expect((await send(sandbox, 'us-key')).status).toBe(200);
    expect((await send(sandbox, 'eu-key')).status).toBe(401);
  });

  it('is JWT-enabled in its own data center', async () => {
    const sandbox = await startSandbox({ apiKeys, dataCenter: 'eu' });
    expect(await send(sandbox, 'eu-jwt')).toMatchObject({
      status: 401,
      body: { code: 'BadAuthorizationHeader' },
    });
  });

  it.each(['hybrid', 'userId'] as const)('opens a %s project in eu', async (projectType) => {
    const sandbox = await startSandbox({ apiKeys, dataCenter: 'eu', projectType });
    const headers = { 'api-key': 'eu-key' };
    const answer = await call(sandbox, UPDATE, { body: { userId: 'ann' }, headers });
    expect(answer.status).toBe(200);
  });
});
