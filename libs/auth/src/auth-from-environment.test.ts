import { describe, expect, it, vi } from 'vitest';
import { ADA, API_KEY, NOW, NOW_MS, SECRET } from '../test/fixtures.js';
import { bearer, readToken } from '../test/reference-jwt.js';
import { AuthEnvironmentError } from './auth-environment-error.js';
import { authFromEnvironment } from './auth-from-environment.js';
import type { Environment } from './read-environment.js';

function problemsOf(env: Environment) {
  try {
    authFromEnvironment(env);
  } catch (error) {
    if (error instanceof AuthEnvironmentError) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
}

const methods = (env: Environment) => {
  const { asked, used, authenticator, warnings } = authFromEnvironment(env);
  return { asked, used, method: authenticator.method, warnings: warnings.map(({ code }) => code) };
};

const key = { ITERABLE_API_KEY: API_KEY };
const secret = { ITERABLE_JWT_SECRET: SECRET };

describe('the method', () => {
  const apiKey = { asked: 'api-key', used: 'api-key', method: 'api-key', warnings: [] };
  const jwt = { asked: 'jwt', used: 'jwt', method: 'jwt', warnings: [] };

  it.each(['false', 'FALSE', 'False', '', undefined])(
    'is API key with USE_JWT_AUTH %j, whatever else is set',
    (value) => {
      expect(methods({ ...key, ...secret, USE_JWT_AUTH: value })).toEqual(apiKey);
    },
  );

  it.each(['true', 'TRUE', 'True', 'tRuE'])('is JWT with USE_JWT_AUTH %j', (value) => {
    expect(methods({ ...key, ...secret, USE_JWT_AUTH: value })).toEqual(jwt);
  });

  it.each(['', undefined])(
    'falls back to the API key where the secret is %j, and says so',
    (value) => {
      const env = { ...key, USE_JWT_AUTH: 'true', ITERABLE_JWT_SECRET: value };
      expect(methods(env)).toEqual({
        asked: 'jwt',
        used: 'api-key',
        method: 'api-key',
        warnings: ['JWT_FELL_BACK_TO_API_KEY'],
      });
      expect(authFromEnvironment(env).authenticator.headers()).toEqual({ 'Api-Key': API_KEY });
    },
  );

  it('is JWT without an API key, with a warning', () => {
    expect(methods({ ...secret, USE_JWT_AUTH: 'true' })).toEqual({
      ...jwt,
      warnings: ['JWT_WITHOUT_API_KEY'],
    });
  });

  it('comes with what is to be said about the secret', () => {
    const env = { ...key, USE_JWT_AUTH: 'true', ITERABLE_JWT_SECRET: 'short' };
    expect(methods(env).warnings).toEqual(['SHORT_JWT_SECRET']);
  });

  it('cannot be changed afterwards', () => {
    const auth = authFromEnvironment(key);
    expect(Object.isFrozen(auth)).toBe(true);
    expect(Object.isFrozen(auth.warnings)).toBe(true);
  });
});

describe('the headers', () => {
  it('carry the API key', () => {
    expect(authFromEnvironment(key).authenticator.headers()).toEqual({ 'Api-Key': API_KEY });
  });

  it('carry a token by what the environment and the options say', async () => {
    const onSigned = vi.fn();
    const { authenticator } = authFromEnvironment(
      {
        ...key,
        ...secret,
        USE_JWT_AUTH: 'true',
        ITERABLE_JWT_ISSUER: 'acme',
        ITERABLE_JWT_LIFETIME_SECONDS: '600',
        PATH: '/bin',
      },
      { now: () => NOW_MS, clockSkewSeconds: 5, cacheSize: 1, onSigned },
    );
    const headers = await authenticator.headers(ADA);
    expect(readToken(bearer(headers)).payload).toStrictEqual({
      iss: 'acme',
      iat: NOW - 5,
      exp: NOW + 595,
      ...ADA,
    });
    expect(headers['Api-Key']).toBe(API_KEY);
    expect(onSigned).toHaveBeenCalledOnce();
  });

  it('carry a token by the defaults where issuer and lifetime are empty', async () => {
    const { authenticator } = authFromEnvironment({
      ...secret,
      USE_JWT_AUTH: 'true',
      ITERABLE_JWT_ISSUER: '',
      ITERABLE_JWT_LIFETIME_SECONDS: '',
    });
    const { iss, iat, exp } = readToken(bearer(await authenticator.headers(ADA))).payload;
    expect(iss).toBe('iterable-integration');
    expect(Number(exp) - Number(iat)).toBe(3600);
  });
});

describe('what is wrong', () => {
  it('is told with all that is missing: nothing set', () => {
    expect(problemsOf({})).toEqual([
      {
        variable: 'ITERABLE_API_KEY',
        message: 'is not set; set it, or USE_JWT_AUTH=true and ITERABLE_JWT_SECRET for JWT',
      },
    ]);
  });

  it('is told with all that is missing: JWT asked for', () => {
    const missing = problemsOf({ USE_JWT_AUTH: 'true' }).map(({ variable }) => variable);
    expect(missing).toEqual(['ITERABLE_JWT_SECRET', 'ITERABLE_API_KEY']);
  });

  it('is told with all that is missing: a secret, but JWT is not asked for', () => {
    const [problem] = problemsOf(secret);
    expect(problem?.message).toContain('USE_JWT_AUTH=true');
  });

  it('is told all at once, in one error with a line for each', () => {
    const env = {
      USE_JWT_AUTH: 'TRUE',
      ITERABLE_API_KEY: 'abc\n',
      ITERABLE_JWT_SECRET: '  ',
      ITERABLE_JWT_ISSUER: ' ',
      ITERABLE_JWT_LIFETIME_SECONDS: '1h',
    };
    expect(() => authFromEnvironment(env)).toThrow(
      [
        'Authentication is not configured:',
        '- ITERABLE_API_KEY: has U+000A at position 4, which no API key has; look for a line break or a space that was copied along',
        '- ITERABLE_JWT_SECRET: must not be blank',
        '- ITERABLE_JWT_ISSUER: must not be blank',
        '- ITERABLE_JWT_LIFETIME_SECONDS: must be a whole number of seconds from 1 to 31536000; received "1h"',
      ].join('\n'),
    );
    expect(problemsOf(env)).toHaveLength(4);
  });

  it('is an error with a name and a code', () => {
    expect(() => authFromEnvironment({})).toThrow(
      expect.objectContaining({ name: 'AuthEnvironmentError', code: 'AUTH_ENVIRONMENT' }),
    );
  });

  it.each(['yes', 'no', 'on', 'off', '1', '0', ' true', 'true ', 'truee', 'undefined', 'null'])(
    'USE_JWT_AUTH %j is refused',
    (value) => {
      expect(problemsOf({ ...key, ...secret, USE_JWT_AUTH: value })).toEqual([
        {
          variable: 'USE_JWT_AUTH',
          message: `must be true or false; received ${JSON.stringify(value)}`,
        },
      ]);
    },
  );

  it.each(['0', '-1', '1.5', '3600s', '1e3', '0x10', ' 60', '31536001', '99999999999', 'NaN'])(
    'ITERABLE_JWT_LIFETIME_SECONDS %j is refused',
    (value) => {
      const env = { ...secret, USE_JWT_AUTH: 'true', ITERABLE_JWT_LIFETIME_SECONDS: value };
      expect(problemsOf(env)).toEqual([
        {
          variable: 'ITERABLE_JWT_LIFETIME_SECONDS',
          message: `must be a whole number of seconds from 1 to 31536000; received "${value}"`,
        },
      ]);
    },
  );

  it('of JWT does not matter where JWT is not asked for', () => {
    const env = { ...key, ITERABLE_JWT_LIFETIME_SECONDS: 'soon', ITERABLE_JWT_SECRET: ' ' };
    expect(methods(env).used).toBe('api-key');
  });

  it('is told of the JWT variables too where USE_JWT_AUTH cannot be read', () => {
    const env = { ...secret, USE_JWT_AUTH: 'yes', ITERABLE_JWT_LIFETIME_SECONDS: '0' };
    expect(problemsOf(env).map(({ variable }) => variable)).toEqual([
      'USE_JWT_AUTH',
      'ITERABLE_JWT_LIFETIME_SECONDS',
    ]);
  });

  it('never repeats a secret that was put into the wrong variable', () => {
    const [problem] = problemsOf({ ...key, USE_JWT_AUTH: SECRET });
    expect(problem?.message).toBe('must be true or false; received a text of 43 characters');
  });
});

it('refuses options that are unknown, or that a variable has', () => {
  expect(() => authFromEnvironment(key, { secret: SECRET } as never)).toThrow(
    new TypeError(
      "authFromEnvironment has no option 'secret'; known options: cacheSize, clockSkewSeconds, now, onSigned.",
    ),
  );
});

it.each([undefined, null, 'USE_JWT_AUTH=true'])('refuses %j as an environment', (env) => {
  expect(() => authFromEnvironment(env as never)).toThrow(
    /^authFromEnvironment takes a record of environment variables; received/,
  );
});

it.each(['USE_JWT_AUTH', 'ITERABLE_API_KEY'])('refuses %s where it is no string', (variable) => {
  expect(problemsOf({ ...key, [variable]: true as never })).toEqual([
    { variable, message: 'must be a string; received boolean' },
  ]);
});
