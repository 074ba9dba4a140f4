import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { base64url, bearer, signToken } from '../test/reference-jwt.js';
import { ADA, API_KEY, NOW, NOW_MS, SECRET } from '../test/fixtures.js';
import { thrownBy } from '../test/thrown-by.js';
import { apiKeyAuth, authFromEnvironment, jwtAuth, Secret, verifyJwt } from './index.js';

const env = { USE_JWT_AUTH: 'true', ITERABLE_JWT_SECRET: SECRET, ITERABLE_API_KEY: API_KEY };

/** Everything that a log, a debugger or an error report could show of a value. */
function shown(value: unknown): string {
  const error = value instanceof Error ? [value.message, value.stack, value.cause] : [];
  return [
    inspect(value, { showHidden: true, depth: Infinity, getters: true, showProxy: true }),
    inspect(value, { customInspect: false, showHidden: true, depth: Infinity }),
    JSON.stringify(value),
    String(value),
    ...error.map((part) => inspect(part, { showHidden: true, depth: Infinity })),
  ].join('\n');
}

function expectNothingSecret(value: unknown, more: readonly string[] = []): void {
  const text = shown(value);
  for (const secret of [SECRET, API_KEY, ADA.email, ...more]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(base64url(secret));
    // A part of it would do for a search.
    expect(text).not.toContain(secret.slice(4, 12));
  }
}

describe('nothing secret is seen in', () => {
  it('an authenticator, before and after it signed', async () => {
    const auth = jwtAuth({ secret: SECRET, apiKey: API_KEY, now: () => NOW_MS });
    expectNothingSecret(auth);
    const token = bearer(await auth.headers(ADA));
    expectNothingSecret(auth, [token]);
    expectNothingSecret(auth.warnings);
    expectNothingSecret(apiKeyAuth({ apiKey: API_KEY }));
    expectNothingSecret(apiKeyAuth({ apiKey: new Secret(API_KEY) }));
  });

  it('what the environment gave', () => {
    expectNothingSecret(authFromEnvironment(env));
    expectNothingSecret(authFromEnvironment({ ...env, ITERABLE_JWT_SECRET: undefined }));
    expectNothingSecret(authFromEnvironment({ ...env, USE_JWT_AUTH: 'false' }));
  });

  it.each([
    () => apiKeyAuth({ apiKey: `${API_KEY}\n` }),
    () => apiKeyAuth({ apiKey: `${API_KEY}\r\nX-Evil: ${API_KEY}` }),
    () => apiKeyAuth(API_KEY as never),
    () => apiKeyAuth({ apiKey: [API_KEY] as never }),
    () => apiKeyAuth({ apiKey: API_KEY, secret: SECRET } as never),
    () => jwtAuth({ secret: [SECRET] as never }),
    () => jwtAuth({ secret: { key: SECRET } as never }),
    () => jwtAuth({ secret: SECRET, apiKey: `${API_KEY} ` }),
    () => jwtAuth({ secret: SECRET, apiKey: API_KEY, lifetimeSeconds: 0 }),
    () => jwtAuth({ secret: SECRET, lifetimeSeconds: SECRET as never }),
    () => jwtAuth({ secret: SECRET, now: SECRET as never }),
    () => jwtAuth({ secret: SECRET, apiKey: API_KEY }).headers({ ...ADA, userId: 'ada' } as never),
    () => jwtAuth({ secret: SECRET, apiKey: API_KEY }).headers({ email: [ADA.email] as never }),
    () => jwtAuth({ secret: SECRET, apiKey: API_KEY }).headers(ADA.email as never),
    () => authFromEnvironment({ ...env, ITERABLE_API_KEY: `${API_KEY}\t` }),
    () => authFromEnvironment({ ...env, USE_JWT_AUTH: SECRET }),
    () => authFromEnvironment({ ...env, ITERABLE_JWT_LIFETIME_SECONDS: SECRET }),
    () => authFromEnvironment({ ...env, ITERABLE_JWT_SECRET: [SECRET] as never }),
  ])('a refusal: %#', (act) => {
    expectNothingSecret(thrownBy(act));
  });

  const claims = { iat: NOW, exp: NOW + 60, ...ADA };

  it.each([
    signToken(claims, `${SECRET}!`),
    signToken({ ...claims, exp: NOW }, SECRET),
    signToken({ ...claims, iat: NOW + 9 }, SECRET),
    signToken({ ...claims, nbf: NOW + 9 }, SECRET),
    signToken({ ...claims, exp: NOW + 99_999_999 }, SECRET),
    signToken({ ...claims, exp: ADA.email }, SECRET),
    signToken({ ...claims, iss: [ADA.email] }, SECRET),
    signToken({ ...claims, userId: 'ada' }, SECRET),
    signToken({ ...claims, email: [ADA.email] }, SECRET),
    signToken(claims, SECRET, { alg: 'none' }),
    signToken(claims, SECRET, { alg: ADA.email }),
    signToken(`{"email":"${ADA.email}"`, SECRET),
    signToken(claims, SECRET).slice(0, -1),
    `${SECRET}.${API_KEY}.${base64url(ADA.email)}`,
    SECRET,
  ])('the refusal of a token: %#', async (token) => {
    const error: unknown = await verifyJwt(token, { secret: SECRET, now: () => NOW_MS }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'AuthError' });
    expectNothingSecret(error, [token]);
  });
});
