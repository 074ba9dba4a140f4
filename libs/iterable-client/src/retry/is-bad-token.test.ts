import { expect, it } from 'vitest';
import type { Failure } from './failure.js';
import { isBadToken } from './is-bad-token.js';

const failure = (status: number, iterableCode: string, msg?: string): Failure => ({
  kind: 'api',
  code: 'API_ERROR',
  status,
  iterableCode,
  msg,
});

it.each([
  failure(401, 'InvalidJwtPayload', 'whatever'),
  failure(401, 'InvalidJwtPayload'),
  failure(401, 'BadAuthorizationHeader', 'JWT token is expired'),
  failure(401, 'BadAuthorizationHeader', 'jwt is invalid'),
  failure(401, 'Unauthorized', 'JWT format is invalid'),
  failure(401, 'Unauthorized', 'The jwt token has been invalidated.'),
  failure(401, 'Unauthorized', 'Invalid payload'),
])('takes %o for a bad token', (each) => {
  expect(isBadToken(each)).toBe(true);
});

it.each<Failure>([
  failure(401, 'BadApiKey', 'Invalid API key'),
  failure(401, 'JwtUserIdentifiersMismatched', 'The user is another'),
  failure(401, 'BadAuthorizationHeader', 'JWT authorization header is not set'),
  failure(401, 'Unauthorized', 'exp must be less than 1 year from iat'),
  failure(401, 'Unauthorized'),
  failure(400, 'InvalidJwtPayload', 'jwt token is expired'),
  { kind: 'timeout', timeoutMs: 1 },
])('does not take %o for a bad token', (each) => {
  expect(isBadToken(each)).toBe(false);
});
