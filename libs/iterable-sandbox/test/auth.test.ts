import { createHmac } from 'node:crypto';
import { jwtAuth } from '@org/auth';
import { expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import { call, JWT_KEY, JWT_SECRET, startSandbox, type Answer } from './support.js';

const UPDATE = '/api/users/update';
const ANN = { email: 'ann@example.com' };
const HEADER = { alg: 'HS256', typ: 'JWT' };

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token made by hand, so that it can be wrong in any way. */
function token(payload: object, { header = HEADER as object, secret = JWT_SECRET } = {}): string {
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const seconds = (): number => Math.floor(Date.now() / 1000);
const claims = (more: object = {}): object => ({
  ...ANN,
  iat: seconds(),
  exp: seconds() + 60,
  ...more,
});

function withToken(sandbox: Sandbox, jwt: string, body: unknown = ANN): Promise<Answer> {
  return call(sandbox, UPDATE, {
    body,
    headers: { 'api-key': JWT_KEY, authorization: `Bearer ${jwt}` },
  });
}

const refusal = (code: string, msg: string): object => ({
  status: 401,
  body: { msg, code, params: null },
});

it('refuses a request without a key', async () => {
  const sandbox = await startSandbox();
  expect(await call(sandbox, UPDATE, { body: ANN, headers: {} })).toMatchObject({
    status: 401,
    body: {
      msg: 'Invalid API key',
      code: 'BadApiKey',
      params: { ip: '127.0.0.1', endpoint: UPDATE },
    },
  });
  expect(sandbox.users.count()).toBe(0);
});

it('refuses a wrong key', async () => {
  const sandbox = await startSandbox();
  const answer = await call(sandbox, UPDATE, { body: ANN, headers: { 'api-key': 'wrong' } });
  expect(answer).toMatchObject({ status: 401, body: { code: 'BadApiKey' } });
  expect(sandbox.users.count()).toBe(0);
});

it('lets in a token of the user in the body', async () => {
  const sandbox = await startSandbox();
  const { headers } = jwtAuth({ secret: JWT_SECRET, apiKey: JWT_KEY });
  const answer = await call(sandbox, UPDATE, { body: ANN, headers: { ...(await headers(ANN)) } });
  expect(answer.status).toBe(200);
  expect(sandbox.users.get(ANN)).toBeDefined();
});

it('refuses a token of another user', async () => {
  const sandbox = await startSandbox();
  const answer = await withToken(sandbox, token(claims({ email: 'bob@example.com' })));
  expect(answer).toMatchObject({ status: 401, body: { code: 'JwtUserIdentifiersMismatched' } });
  expect(sandbox.users.count()).toBe(0);
});

it('refuses an expired token', async () => {
  const sandbox = await startSandbox();
  const answer = await withToken(sandbox, token(claims({ iat: 1, exp: 2 })));
  expect(answer).toMatchObject(refusal('InvalidJwtPayload', 'JWT token is expired'));
  expect(sandbox.users.count()).toBe(0);
});

it('refuses a token signed with another secret', async () => {
  const sandbox = await startSandbox();
  const forged = token(claims(), { secret: 'another secret of thirty-two bytes' });
  expect(await withToken(sandbox, forged)).toMatchObject(
    refusal('InvalidJwtPayload', 'JWT is invalid'),
  );
  expect(sandbox.users.count()).toBe(0);
});
