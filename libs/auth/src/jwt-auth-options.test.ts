import { describe, expect, it } from 'vitest';
import { API_KEY, SECRET } from '../test/fixtures.js';
import { jwtAuth } from './jwt-auth.js';

const YEAR = 31_536_000;

it.each([
  [{ secret: '' }, 'jwtAuth: secret must not be empty.'],
  [{ secret: '   ' }, 'jwtAuth: secret must not be blank.'],
  [{ secret: undefined }, 'jwtAuth: secret must be a string; received undefined.'],
  [{ apiKey: '' }, 'jwtAuth: apiKey must not be empty.'],
  [{ apiKey: 'a\nb' }, /^jwtAuth: apiKey has U\+000A at position 2/],
  [{ issuer: '' }, 'jwtAuth: issuer must not be empty.'],
  [{ issuer: ' ' }, 'jwtAuth: issuer must not be blank.'],
  [{ issuer: null }, 'jwtAuth: issuer must be a string; received null.'],
  [{ lifetimeSeconds: 0 }, /lifetimeSeconds must be a whole number .* 31536000; received 0\.$/],
  [{ lifetimeSeconds: -3600 }, /received -3600\.$/],
  [{ lifetimeSeconds: 1.5 }, /received 1\.5\.$/],
  [{ lifetimeSeconds: YEAR + 1 }, /received 31536001\.$/],
  [{ lifetimeSeconds: Infinity }, /received Infinity\.$/],
  [{ lifetimeSeconds: NaN }, /received NaN\.$/],
  [{ lifetimeSeconds: '3600' }, /received string\.$/],
  [{ lifetimeSeconds: null }, /received null\.$/],
  [{ clockSkewSeconds: -1 }, /clockSkewSeconds must be a whole number of seconds from 0 to 3599/],
  [{ clockSkewSeconds: 60, lifetimeSeconds: 60 }, /from 0 to 59; received 60\.$/],
  [{ cacheSize: 0 }, /cacheSize must be a whole number of tokens from 1 to 1000000; received 0\.$/],
  [{ cacheSize: 1_000_001 }, /received 1000001\.$/],
  [{ now: 5 }, 'jwtAuth: now must be a function; received number.'],
  [{ onSigned: 'log' }, 'jwtAuth: onSigned must be a function; received string.'],
  [
    { lifetimeSecond: 60 },
    "jwtAuth has no option 'lifetimeSecond'; did you mean 'lifetimeSeconds'?",
  ],
  [{ algorithm: 'none' }, /^jwtAuth has no option 'algorithm'; known options: secret, apiKey, /],
])('%o is refused before anything is signed', (wrong, message) => {
  const make = () => jwtAuth({ secret: SECRET, ...wrong } as never);
  expect(make).toThrow(TypeError);
  expect(make).toThrow(message);
});

it('takes the bounds themselves', () => {
  const bounds = { lifetimeSeconds: YEAR, clockSkewSeconds: YEAR - 1, cacheSize: 1_000_000 };
  expect(jwtAuth({ secret: SECRET, ...bounds }).method).toBe('jwt');
  expect(jwtAuth({ secret: SECRET, lifetimeSeconds: 1, cacheSize: 1 }).method).toBe('jwt');
});

describe('warnings', () => {
  const codes = (options: Parameters<typeof jwtAuth>[0]) =>
    jwtAuth(options).warnings.map((warning) => warning.code);

  it('are none where all is well', () => {
    expect(codes({ secret: 'x'.repeat(32), apiKey: API_KEY })).toEqual([]);
  });

  it.each([
    ['x'.repeat(31), ['SHORT_JWT_SECRET']],
    ['é'.repeat(16), []],
    ['é'.repeat(15), ['SHORT_JWT_SECRET']],
    [`${'x'.repeat(40)}\n`, ['JWT_SECRET_WHITESPACE']],
    [` ${'x'.repeat(40)}`, ['JWT_SECRET_WHITESPACE']],
    [' x', ['SHORT_JWT_SECRET', 'JWT_SECRET_WHITESPACE']],
  ])('tell of the secret %j', (secret, expected) => {
    expect(codes({ secret, apiKey: API_KEY })).toEqual(expected);
  });

  it('tell of a missing API key', () => {
    expect(codes({ secret: SECRET })).toEqual(['JWT_WITHOUT_API_KEY']);
  });
});
