import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { DatabaseError } from '../errors/database-error.js';
import { databaseOptionsFromEnvironment } from './database-options-from-environment.js';
import type { Environment } from './settings-of-variables.js';

const folder = mkdtempSync(join(tmpdir(), 'db-query-'));
const caFile = join(folder, 'ca.pem');
const PEM = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n';
writeFileSync(caFile, PEM);
afterAll(() => rmSync(folder, { recursive: true }));

const PARTS = { DB_HOST: 'db.example.com', DB_NAME: 'shop', DB_USER: 'reader' };
const URL_ALL = 'postgresql://reader:s3cret@db.example.com:6543/shop';

function problemsOf(environment: Environment): readonly string[] {
  try {
    databaseOptionsFromEnvironment(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(DatabaseError);
    expect(error).toMatchObject({ name: 'DatabaseError', code: 'CONFIGURATION' });
    const { problems, message } = error as DatabaseError;
    for (const problem of problems) expect(message).toContain(problem);
    return problems;
  }
  return [];
}

function passwordOf({ password }: { password?: unknown }): unknown {
  return typeof password === 'function' ? (password as () => unknown)() : password;
}

describe('a URL', () => {
  test('gives all parts', () => {
    const options = databaseOptionsFromEnvironment({ DATABASE_URL: URL_ALL });
    expect(options).toMatchObject({
      host: 'db.example.com',
      port: 6543,
      database: 'shop',
      user: 'reader',
    });
    expect(passwordOf(options)).toBe('s3cret');
  });

  test('has its percent-encoding undone, in user, password and database', () => {
    const options = databaseOptionsFromEnvironment({
      DATABASE_URL: 'postgres://r%40b:p%23%2F%3A%20w@127.0.0.1/sh%20op',
    });
    expect(options).toMatchObject({ user: 'r@b', database: 'sh op' });
    expect(passwordOf(options)).toBe('p#/: w');
  });

  test('can name the folder of a Unix socket, and an IPv6 address', () => {
    const hostOf = (DATABASE_URL: string) => databaseOptionsFromEnvironment({ DATABASE_URL }).host;
    expect(hostOf('postgresql:///shop?host=/run/pg&user=me')).toBe('/run/pg');
    expect(hostOf('postgresql://me@%2Frun%2Fpg/shop')).toBe('/run/pg');
    expect(hostOf('postgresql://me@[::1]/shop')).toBe('::1');
  });

  test('takes TLS mode, CA file, application name and connect timeout as parameters', () => {
    expect(
      databaseOptionsFromEnvironment({
        DATABASE_URL: `${URL_ALL}?sslmode=verify-full&sslrootcert=${caFile}&application_name=nightly&connect_timeout=3`,
      }),
    ).toMatchObject({
      tls: { mode: 'verify-full', ca: PEM },
      applicationName: 'nightly',
      connectTimeoutMs: 3000,
    });
  });

  test.each([
    'reader:s3cret@db.example.com/shop',
    'mysql://reader:s3cret@db.example.com/shop',
    'postgresql://reader:s3#cret@db.example.com/shop',
    'postgresql://reader:s3%cret@db.example.com/shop',
    'postgresql://reader:s3cret@db.example.com:port/shop',
  ])('that is malformed is refused without any of it: %s', (DATABASE_URL) => {
    const problems = problemsOf({ DATABASE_URL });
    expect(problems).toEqual([expect.stringContaining('percent-encoded')]);
    expect(problems.join()).not.toMatch(/s3|cret|reader@|example/);
  });

  test('with a parameter that would be ignored is refused, with the name that was meant', () => {
    expect(problemsOf({ DATABASE_URL: `${URL_ALL}?ssl_mode=require&schema=public` })).toEqual([
      'The parameter "ssl_mode" in DATABASE_URL is not supported. Did you mean "sslmode"?',
      'The parameter "schema" in DATABASE_URL is not supported. Remove it.',
    ]);
  });

  test('that leaves out database or user is refused', () => {
    expect(problemsOf({ DATABASE_URL: 'postgresql://db.example.com' })).toEqual([
      expect.stringContaining('database is missing'),
      expect.stringContaining('user is missing'),
    ]);
  });
});

describe('single variables', () => {
  test('are read, and an empty one is not set', () => {
    expect(databaseOptionsFromEnvironment({ ...PARTS, DB_PORT: '6000', DB_PASSWORD: '' })).toEqual({
      host: 'db.example.com',
      port: 6000,
      database: 'shop',
      user: 'reader',
    });
  });

  test('half-given are refused, each missing one by name', () => {
    expect(problemsOf({ DB_HOST: 'db.example.com' })).toEqual([
      'The database is missing: name it in the URL, or set DB_NAME',
      'The user is missing: name it in the URL, or set DB_USER',
    ]);
  });

  test('none at all gives one problem', () => {
    expect(problemsOf({})).toEqual([expect.stringContaining('set DATABASE_URL, or DB_HOST')]);
  });

  test.each(['0', '65536', '5432x', '-1', '54.3', ' '])('the port %j is refused', (DB_PORT) => {
    expect(problemsOf({ ...PARTS, DB_PORT })).toEqual([
      `DB_PORT must be a whole number from 1 to 65535, not "${DB_PORT}"`,
    ]);
  });

  test('several hosts are refused', () => {
    expect(problemsOf({ ...PARTS, DB_HOST: 'a,b' })).toEqual(['DB_HOST must be a single host']);
  });
});

describe('precedence', () => {
  test('a URL and a part of it elsewhere conflict, whether or not they agree', () => {
    expect(
      problemsOf({ DATABASE_URL: URL_ALL, DB_HOST: 'db.example.com', DB_PASSWORD: 'other' }),
    ).toEqual(['DATABASE_URL and DB_HOST, DB_PASSWORD say the same thing twice: keep one']);
  });

  test('TLS may be added to a URL that says nothing of it, and not to one that does', () => {
    expect(databaseOptionsFromEnvironment({ DATABASE_URL: URL_ALL, DB_SSL: 'true' }).tls).toEqual({
      mode: 'require',
    });
    expect(problemsOf({ DATABASE_URL: `${URL_ALL}?sslmode=require`, DB_SSL: 'disable' })).toEqual([
      'DATABASE_URL and DB_SSL say the same thing twice: keep one',
    ]);
  });

  test('a CA file may be added to the mode of a URL', () => {
    expect(
      databaseOptionsFromEnvironment({
        DATABASE_URL: `${URL_ALL}?sslmode=verify-ca`,
        DB_SSL_CA_FILE: caFile,
      }).tls,
    ).toEqual({ mode: 'verify-ca', ca: PEM });
  });

  test("libpq's variables fill in what is not said, and lose to what is", () => {
    const options = databaseOptionsFromEnvironment({
      DB_HOST: 'db.example.com',
      PGHOST: 'elsewhere.example.com',
      PGDATABASE: 'shop',
      PGUSER: 'reader',
      PGPASSWORD: 's3cret',
      PGAPPNAME: 'nightly',
      PGCONNECT_TIMEOUT: '5',
    });
    expect(options).toMatchObject({
      host: 'db.example.com',
      database: 'shop',
      user: 'reader',
      applicationName: 'nightly',
      connectTimeoutMs: 5000,
    });
    expect(passwordOf(options)).toBe('s3cret');
  });

  test('a port counts only with the host of its family', () => {
    expect(databaseOptionsFromEnvironment({ ...PARTS, PGPORT: '7000' }).port).toBeUndefined();
    expect(
      databaseOptionsFromEnvironment({
        PGHOST: 'db.example.com',
        PGPORT: '7000',
        PGUSER: 'reader',
        PGDATABASE: 'shop',
      }).port,
    ).toBe(7000);
  });

  test("libpq's CA file doesn't join a mode said elsewhere", () => {
    expect(
      databaseOptionsFromEnvironment({ ...PARTS, DB_SSL: 'require', PGSSLROOTCERT: caFile }).tls,
    ).toEqual({ mode: 'require' });
  });
});

test('all problems are told at once', () => {
  expect(
    problemsOf({
      DB_HOST: 'db.example.com',
      DB_PORT: 'x',
      DB_SSL: 'sometimes',
      PGCONNECT_TIMEOUT: 'soon',
    }),
  ).toHaveLength(5);
});

test('the password is in no error and not in what is printed', () => {
  const options = databaseOptionsFromEnvironment({ DATABASE_URL: URL_ALL });
  expect(inspect(options) + JSON.stringify(options)).not.toContain('s3cret');
  const environment = { DATABASE_URL: `${URL_ALL}?sslmode=x`, DB_PASSWORD: 's3cret', DB_PORT: 'x' };
  try {
    databaseOptionsFromEnvironment(environment);
    expect.unreachable();
  } catch (error) {
    expect(inspect(error) + JSON.stringify(error)).not.toContain('s3cret');
  }
});

describe('a secret in a file', () => {
  const fileOf = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };

  test.each(['s3cret', 's3cret\n', 's3cret\r\n'])('is what the file holds: %j', (content) => {
    const path = fileOf('password', content);
    const own = databaseOptionsFromEnvironment({ ...PARTS, DB_PASSWORD_FILE: path });
    expect(passwordOf(own)).toBe('s3cret');
    const standard = databaseOptionsFromEnvironment({ ...PARTS, PGPASSWORD_FILE: path });
    expect(passwordOf(standard)).toBe('s3cret');
  });

  test('keeps its blanks, and all line breaks but the last', () => {
    const path = fileOf('odd', ' a\n\n');
    const options = databaseOptionsFromEnvironment({ ...PARTS, DB_PASSWORD_FILE: path });
    expect(passwordOf(options)).toBe(' a\n');
  });

  test('may be the whole URL', () => {
    const options = databaseOptionsFromEnvironment({ DATABASE_URL_FILE: fileOf('url', URL_ALL) });
    expect(options).toMatchObject({ host: 'db.example.com', user: 'reader' });
    expect(passwordOf(options)).toBe('s3cret');
  });

  test('that is missing, empty or said twice is a problem, and all are told without the secret', () => {
    const missing = join(folder, 'missing');
    const empty = fileOf('empty', '\n');
    const given = fileOf('given', 's3cret');
    const problems = problemsOf({
      ...{ DATABASE_URL_FILE: missing, DB_PASSWORD_FILE: empty },
      ...{ PGPASSWORD_FILE: given, PGPASSWORD: 's3cret' },
    });
    expect(problems).toEqual([
      `DATABASE_URL_FILE: cannot read "${missing}" (ENOENT)`,
      `DB_PASSWORD_FILE: "${empty}" is empty`,
      'PGPASSWORD and PGPASSWORD_FILE are both set: keep one',
    ]);
    expect(problems.join()).not.toContain('s3cret');
  });

  test('whose variable is empty is not asked for', () => {
    const options = databaseOptionsFromEnvironment({ ...PARTS, DB_PASSWORD_FILE: '' });
    expect(options).not.toHaveProperty('password');
  });
});
