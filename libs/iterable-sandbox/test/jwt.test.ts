import { jwtAuth } from '@org/auth';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import {
  call,
  JWT_KEY,
  JWT_SECRET,
  KEY,
  makeToken,
  seconds,
  startSandbox,
  updateUser,
  type Answer,
} from './support.js';

const UPDATE = '/api/users/update';
const ANN = { email: 'ann@example.com' };
const YEAR = 31_536_000;

const claims = (more: object = {}): object => ({
  ...ANN,
  iat: seconds(),
  exp: seconds() + 60,
  ...more,
});

function withToken(sandbox: Sandbox, token: string, body: unknown = ANN): Promise<Answer> {
  return withAuthorization(sandbox, `Bearer ${token}`, body);
}

function withAuthorization(
  sandbox: Sandbox,
  authorization: string,
  body: unknown = ANN,
): Promise<Answer> {
  return call(sandbox, UPDATE, { body, headers: { 'api-key': JWT_KEY, authorization } });
}

function refused(code: string, msg: string): object {
  return { status: 401, body: { msg, code, params: null } };
}

describe('a JWT-enabled key', () => {
  it('lets in a token of the user in the body', async () => {
    const sandbox = await startSandbox();
    const auth = jwtAuth({ secret: JWT_SECRET, apiKey: JWT_KEY });
    for (const subject of [ANN, { userId: 'user 1' }]) {
      const headers = { ...(await auth.headers(subject)) };
      expect((await call(sandbox, UPDATE, { body: subject, headers })).status).toBe(200);
      expect(sandbox.users.get(subject)).toBeDefined();
    }
  });

  it('compares emails without case and user IDs with it', async () => {
    const sandbox = await startSandbox();
    const email = makeToken(claims({ email: 'Ann@Example.com' }));
    expect((await withToken(sandbox, email)).status).toBe(200);
    const userId = makeToken(claims({ email: undefined, userId: 'ANN' }));
    expect(await withToken(sandbox, userId, { userId: 'ann' })).toMatchObject({ status: 401 });
  });

  it('needs the Authorization header', async () => {
    const sandbox = await startSandbox();
    const missing = refused('BadAuthorizationHeader', 'JWT Authorization header is not set');
    const bare = await call(sandbox, UPDATE, { body: ANN, headers: { 'api-key': JWT_KEY } });
    expect(bare).toMatchObject(missing);
    expect(await withAuthorization(sandbox, 'Basic YTpi')).toMatchObject(missing);
    expect(await withAuthorization(sandbox, 'Bearer')).toMatchObject(missing);
  });

  it.each([
    ['an expired token', { iat: 1, exp: 2 }, 'JWT token is expired'],
    [
      'a lifetime of more than a year',
      { exp: seconds() + YEAR + 60 },
      'Exp must be less than 1 year from iat',
    ],
    ['no user', { email: undefined }, 'JWT payload requires a value for userId or email'],
    ['two users', { userId: 'ann' }, 'JWT payload requires a value for userId or email'],
    ['no iat', { iat: undefined }, 'Invalid payload'],
    ['no exp', { exp: undefined }, 'Invalid payload'],
    ['an exp that is no number', { exp: 'tomorrow' }, 'Invalid payload'],
    ['an iat in the future', { iat: seconds() + 3600, exp: seconds() + 7200 }, 'JWT is invalid'],
  ])('refuses %s', async (_what, more, msg) => {
    const sandbox = await startSandbox();
    const answer = await withToken(sandbox, makeToken(claims(more)));
    expect(answer).toMatchObject(refused('InvalidJwtPayload', msg));
    expect(sandbox.users.count()).toBe(0);
  });

  it('refuses a token signed with another secret', async () => {
    const sandbox = await startSandbox();
    const forged = makeToken(claims(), { secret: 'another secret of thirty-two bytes' });
    expect(await withToken(sandbox, forged)).toMatchObject(
      refused('InvalidJwtPayload', 'JWT is invalid'),
    );
    expect(sandbox.users.count()).toBe(0);
  });

  it('refuses a payload that was changed after signing', async () => {
    const sandbox = await startSandbox();
    const [header, , signature] = makeToken(claims({ email: 'bob@example.com' })).split('.');
    const payload = makeToken(claims()).split('.')[1];
    const spliced = [header, payload, signature].join('.');
    expect(await withToken(sandbox, spliced)).toMatchObject(
      refused('InvalidJwtPayload', 'JWT is invalid'),
    );
    expect(sandbox.users.count()).toBe(0);
  });

  it.each(['none', 'None', 'HS512', 'RS256'])('refuses algorithm %s', async (alg) => {
    const sandbox = await startSandbox();
    const signed = makeToken(claims(), { header: { alg, typ: 'JWT' } });
    const unsigned = `${signed.split('.').slice(0, 2).join('.')}.`;
    for (const token of [signed, unsigned]) {
      expect(await withToken(sandbox, token)).toMatchObject({
        status: 401,
        body: { code: 'InvalidJwtPayload' },
      });
    }
    expect(sandbox.users.count()).toBe(0);
  });

  it.each(['nonsense', 'a.b.c', '..', 'a.b'])('refuses %s as a token', async (token) => {
    const sandbox = await startSandbox();
    expect(await withToken(sandbox, token)).toMatchObject(
      refused('InvalidJwtPayload', 'JWT format is invalid'),
    );
  });

  it.each([
    ['another email', { email: 'bob@example.com' }],
    ['a user ID instead of the email', { userId: 'ann' }],
    ['no user at all', {}],
  ])('refuses a body with %s', async (_what, body) => {
    const sandbox = await startSandbox();
    const answer = await withToken(sandbox, makeToken(claims()), body);
    expect(answer).toMatchObject({ status: 401, body: { code: 'JwtUserIdentifiersMismatched' } });
    expect(sandbox.users.count()).toBe(0);
  });

  it('refuses a body whose other identifier is somebody else', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, { userId: 'bob' });
    const body = { ...ANN, userId: 'bob', dataFields: { plan: 'stolen' } };
    const answer = await withToken(sandbox, makeToken(claims()), body);
    expect(answer).toMatchObject({ status: 401, body: { code: 'JwtUserIdentifiersMismatched' } });
    expect(sandbox.users.get({ userId: 'bob' })?.dataFields).toEqual({});
  });

  it.each([
    ['POST', '/api/users/bulkUpdate', { users: [ANN] }],
    ['POST', '/api/events/trackBulk', { events: [{ ...ANN, eventName: 'e' }] }],
    ['GET', '/api/users/getFields', undefined],
    ['GET', '/api/users/getByEmail?email=ann@example.com', undefined],
    ['GET', '/api/users/ann@example.com', undefined],
    ['GET', '/api/users/byUserId?userId=ann', undefined],
    ['GET', '/api/events/ann@example.com', undefined],
  ])('does not reach %s %s', async (method, path, body) => {
    const sandbox = await startSandbox();
    const headers = { 'api-key': JWT_KEY, authorization: `Bearer ${makeToken(claims())}` };
    const answer = await call(sandbox, path, { method, body, headers });
    expect(answer).toMatchObject({
      status: 401,
      body: {
        msg: 'Disabled API key or insufficient privileges',
        code: 'BadApiKey',
        params: { endpoint: path.split('?')[0], apiKeyIdentifier: 'key-2' },
      },
    });
    expect(JSON.stringify(answer.body)).not.toContain(JWT_KEY);
    expect([sandbox.users.count(), sandbox.events.count()]).toEqual([0, 0]);
  });

  it('reaches events/track', async () => {
    const sandbox = await startSandbox();
    await updateUser(sandbox, ANN);
    const headers = { 'api-key': JWT_KEY, authorization: `Bearer ${makeToken(claims())}` };
    const body = { ...ANN, eventName: 'page' };
    expect((await call(sandbox, '/api/events/track', { body, headers })).status).toBe(200);
    expect(sandbox.events.of(ANN)).toHaveLength(1);
  });

  it('refuses tokens that were invalidated, and takes those issued later', async () => {
    let now = 1_800_000_000_000;
    const sandbox = await startSandbox({ now: () => now });
    const at = (ms: number): object => ({
      iat: Math.floor(ms / 1000),
      exp: Math.floor(ms / 1000) + 60,
    });
    const old = makeToken(claims(at(now)));
    expect((await withToken(sandbox, old)).status).toBe(200);
    now += 1500;
    sandbox.invalidateJwts(ANN);
    expect(await withToken(sandbox, old)).toMatchObject(
      refused('InvalidJwtPayload', 'JWT token has been invalidated'),
    );
    now += 1000;
    expect((await withToken(sandbox, makeToken(claims(at(now))))).status).toBe(200);
  });

  it('says where an email-based project cannot find the user of a user ID', async () => {
    const sandbox = await startSandbox({ projectType: 'email' });
    const token = makeToken(claims({ email: undefined, userId: 'ann' }));
    expect(await withToken(sandbox, token, { userId: 'ann' })).toMatchObject(
      refused('InvalidJwtPayload', 'Email could not be found'),
    );
    const placeholder = { userId: 'ann', preferUserId: true };
    expect((await withToken(sandbox, token, placeholder)).status).toBe(200);
  });

  it('judges expiry by the clock of the sandbox', async () => {
    const sandbox = await startSandbox({ now: () => 5_000_000_000_000 });
    expect(await withToken(sandbox, makeToken(claims()))).toMatchObject(
      refused('InvalidJwtPayload', 'JWT token is expired'),
    );
  });
});

it('shows no key, no secret and no token anywhere', async () => {
  const sandbox = await startSandbox();
  const token = makeToken(claims());
  await withToken(sandbox, token);
  await withToken(sandbox, makeToken(claims({ exp: 1 })));
  await updateUser(sandbox, ANN);
  const shown = [
    JSON.stringify(sandbox.requests),
    JSON.stringify(sandbox.requestCounts),
    ...(await Promise.all(
      ['users', 'events', 'requests', 'fields', 'faults'].map(async (name) =>
        JSON.stringify((await call(sandbox, `/_sandbox/${name}`, { headers: {} })).body),
      ),
    )),
  ].join();
  for (const secret of [KEY, JWT_KEY, JWT_SECRET, token]) expect(shown).not.toContain(secret);
});
