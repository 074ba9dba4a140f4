import { expect, it } from 'vitest';
import * as auth from './index.js';

it('exports what it says, and nothing else', () => {
  expect(Object.keys(auth).sort()).toEqual([
    'AuthEnvironmentError',
    'AuthError',
    'Secret',
    'apiKeyAuth',
    'authFromEnvironment',
    'jwtAuth',
    'verifyJwt',
  ]);
});
