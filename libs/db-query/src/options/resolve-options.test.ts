import { describe, expect, test } from 'vitest';
import type { DatabaseOptions } from './database-options.js';
import { resolveOptions } from './resolve-options.js';

const PARTS = { host: 'db.example.com', database: 'shop', user: 'reader' };
const PEM = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n';

/** What a caller without types can pass. */
const resolve = (options: unknown) => resolveOptions(options as DatabaseOptions);

test('defaults are filled in and frozen', async () => {
  const options = resolve(PARTS);
  expect(options).toMatchObject({
    server: { ...PARTS, port: 5432 },
    maxConnections: 2,
    connectTimeoutMs: 10_000,
    statementTimeoutMs: undefined,
    idleTimeoutMs: 10_000,
    applicationName: 'iterable-sync',
  });
  expect(await options.password()).toBe('');
  expect(Object.isFrozen(options) && Object.isFrozen(options.server)).toBe(true);
});

test('options beside a URL win over its parameters', () => {
  const url = 'postgresql://reader@127.0.0.1/shop?application_name=url&connect_timeout=3';
  expect(resolve({ url })).toMatchObject({ applicationName: 'url', connectTimeoutMs: 3000 });
  expect(resolve({ url, applicationName: 'mine', connectTimeoutMs: 50 })).toMatchObject({
    applicationName: 'mine',
    connectTimeoutMs: 50,
  });
});

test('a password can be a function', async () => {
  const { password } = resolve({ ...PARTS, password: () => Promise.resolve('fresh') });
  expect(await password()).toBe('fresh');
});

describe('misuse is a TypeError that names the option', () => {
  test.each<[string, unknown, string]>([
    ['no options', undefined, 'the options must be an object, not undefined'],
    ['unknown option', { ...PARTS, maxConnection: 1 }, 'Did you mean "maxConnections"?'],
    ['unlike any option', { ...PARTS, zzzzzzzz: 1 }, 'Known are url, host'],
    ['no host', { database: 'shop', user: 'reader' }, 'host must be a string, not undefined'],
    ['empty database', { ...PARTS, database: '' }, 'database must not be empty'],
    ['NUL in user', { ...PARTS, user: 'a\0b' }, 'user contains a NUL'],
    ['port as text', { ...PARTS, port: '5432' }, 'port must be a whole number from 1 to 65535'],
    ['no connections', { ...PARTS, maxConnections: 0 }, 'maxConnections must be'],
    ['negative timeout', { ...PARTS, statementTimeoutMs: -1 }, 'statementTimeoutMs must be'],
    ['password of bytes', { ...PARTS, password: 7 }, 'password must be a string or a function'],
    ['unknown TLS mode', { ...PARTS, tls: { mode: 'prefer' } }, 'tls.mode must be one of'],
    ['unknown TLS key', { ...PARTS, tls: { mode: 'require', cert: '' } }, 'unknown option "cert"'],
    ['verify-ca alone', { ...PARTS, tls: { mode: 'verify-ca' } }, 'needs tls.ca'],
    ['CA with disable', { ...PARTS, tls: { mode: 'disable', ca: PEM } }, 'of no use'],
    ['CA path', { ...PARTS, tls: { mode: 'require', ca: '/ca.pem' } }, 'must be the text of PEM'],
    ['url and host', { url: 'postgresql://a@b/c', host: 'b' }, 'url says what host say'],
    ['url without user', { url: 'postgresql://b/c' }, 'user is missing'],
  ])('%s', (_, options, message) => {
    expect(() => resolve(options)).toThrow(TypeError);
    expect(() => resolve(options)).toThrow(message);
  });

  test('without the secret that was passed', () => {
    const secret = 'postgresql://reader:s3cret@[db/shop';
    expect(() => resolve({ url: secret })).toThrow(expect.not.stringContaining('s3cret'));
  });
});

describe('TLS modes mean what they mean to libpq', () => {
  test.each(['127.0.0.1', '127.8.9.1', '::1', 'localhost', '/var/run/postgresql'])(
    '%s is this machine: in clear unless asked otherwise',
    (host) => {
      expect(resolve({ ...PARTS, host }).ssl).toBe(false);
      expect(resolve({ ...PARTS, host, tls: { mode: 'require' } }).ssl).not.toBe(false);
    },
  );

  test('another machine: encrypted unless asked otherwise', () => {
    expect(resolve(PARTS).ssl).toEqual({ rejectUnauthorized: false });
    expect(resolve({ ...PARTS, tls: { mode: 'disable' } }).ssl).toBe(false);
  });

  test('require with a CA is verify-ca: the authority counts, the host does not', () => {
    for (const mode of ['require', 'verify-ca']) {
      const ssl = resolve({ ...PARTS, tls: { mode, ca: PEM } }).ssl;
      expect(ssl).toMatchObject({ rejectUnauthorized: true, ca: PEM });
      expect(ssl).toHaveProperty('checkServerIdentity');
    }
  });

  test('verify-full leaves the check of the host to Node', () => {
    expect(resolve({ ...PARTS, tls: { mode: 'verify-full', ca: PEM } }).ssl).toEqual({
      rejectUnauthorized: true,
      ca: PEM,
    });
    expect(resolve({ ...PARTS, tls: { mode: 'verify-full' } }).ssl).toEqual({
      rejectUnauthorized: true,
    });
  });
});
