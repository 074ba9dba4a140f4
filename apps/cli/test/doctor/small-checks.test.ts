import { defineSync } from '@org/sync';
import { describe, expect, it } from 'vitest';
import { encryption } from '../../src/doctor/checks/encryption.js';
import { keyForm } from '../../src/doctor/checks/key-form.js';
import { nodeVersion } from '../../src/doctor/checks/node-version.js';
import { statementTimeout } from '../../src/doctor/checks/statement-timeout.js';
import { token } from '../../src/doctor/checks/token.js';
import { subjectOf } from '../../src/doctor/subject-of.js';
import { whoIsAsked } from '../../src/doctor/who-is-asked.js';
import { neededNode } from '../../src/version.js';
import { authFromEnvironment } from '@org/auth';

describe('Node.js', () => {
  it.each([
    ['22.20.0', 'ok'],
    ['22.21.1', 'ok'],
    ['24.0.0', 'ok'],
    ['22.19.9', 'failed'],
    ['20.20.2', 'failed'],
    ['9.30.0', 'failed'],
  ])('%s: %s', (version, status) => {
    expect(nodeVersion(version, '>=22.20').status).toBe(status);
  });

  it('that runs this is new enough by the manifest', () => {
    expect(neededNode()).toMatch(/^>=\d+\.\d+$/);
    expect(nodeVersion(process.versions.node, neededNode()).status).toBe('ok');
  });
});

describe('encryption', () => {
  it.each(['localhost', 'db.localhost', '127.0.0.1', '127.3.2.1', '::1', '/run/postgresql'])(
    'is not needed on this machine: %s',
    (host) => {
      expect(encryption(host, { statementTimeoutMs: 0 }).status).toBe('ok');
    },
  );

  it.each(['db.example.com', '10.0.0.1', '::2'])('is missed elsewhere: %s', (host) => {
    const { status, found, advice } = encryption(host, { statementTimeoutMs: 0 });
    expect(status).toBe('warning');
    expect(found).toContain(host);
    expect(advice).toContain('verify-full');
  });

  it('is told by its version', () => {
    const session = { tls: 'TLSv1.3', statementTimeoutMs: 0 };
    expect(encryption('db.example.com', session)).toEqual({ status: 'ok', found: 'TLSv1.3' });
  });
});

describe('the limit on statements', () => {
  it.each([
    [0, 'ok'],
    [600_000, 'ok'],
    [599_999, 'warning'],
    [1, 'warning'],
  ])('%i ms: %s', (statementTimeoutMs, status) => {
    expect(statementTimeout('reader', { statementTimeoutMs }).status).toBe(status);
  });

  it('names the role as SQL has it', () => {
    expect(statementTimeout('Sync "Job"', { statementTimeoutMs: 1 }).advice).toContain(
      'alter role "Sync ""Job""" set',
    );
  });
});

describe('the form of a key', () => {
  it.each([
    ['0123456789abcdef0123456789ABCDEF', undefined, 'ok'],
    ['sandbox-api-key', 'http://127.0.0.1:8787', 'ok'],
    ['sandbox-api-key', 'https://proxy.example.com', 'warning'],
    ['0123456789abcdef', undefined, 'warning'],
  ])('%s at %s: %s', (key, baseUrl, status) => {
    const finding = keyForm(key, baseUrl);
    expect(finding.status).toBe(status);
    expect(JSON.stringify(finding)).not.toContain(key);
  });
});

describe('a token', () => {
  const secret = 'a-secret-of-at-least-thirty-two-bytes';
  const auth = (more: Record<string, string>) =>
    authFromEnvironment({ USE_JWT_AUTH: 'true', ITERABLE_API_KEY: 'k', ...more });

  it('is signed and verifies', async () => {
    const settings = { ITERABLE_JWT_SECRET: secret, ITERABLE_JWT_LIFETIME_SECONDS: '600' };
    expect(await token(auth(settings), secret)).toMatchObject({
      status: 'ok',
      found: 'signed and verified; it is good for 600 s',
    });
  });

  it.each([
    ['short', 'can be guessed'],
    [`${secret} `, 'white space'],
  ])('of a secret that looks wrong is a warning: %j', async (given, words) => {
    const finding = await token(auth({ ITERABLE_JWT_SECRET: given }), given);
    expect(finding.status).toBe('warning');
    expect(finding.found).toContain(words);
    expect(finding.value).toBeDefined();
  });
});

describe('the user who is asked about', () => {
  const byEmail = defineSync<Record<string, unknown>>({
    name: 'a',
    key: () => '1',
    user: ({ email }) => ({ email: String(email) }),
  });
  const event = () => ({ userId: 'u-1', eventName: 'seen' });
  const byEvent = defineSync<Record<string, unknown>>({ name: 'b', key: () => '1', event });

  it('is the one of the profile, or of the event', () => {
    expect(subjectOf(byEmail, { email: 'ada@example.com' })).toEqual({ email: 'ada@example.com' });
    expect(subjectOf(byEvent, {})).toEqual({ userId: 'u-1' });
  });

  it('is nobody where the row cannot be mapped', () => {
    const broken = defineSync<Record<string, unknown>>({
      name: 'c',
      key: () => '1',
      user: () => {
        throw new Error('no');
      },
    });
    expect(subjectOf(broken, {})).toBeUndefined();
  });

  it.each([
    ['ada@example.com', { email: 'ada@example.com' }],
    ['u-1', { userId: 'u-1' }],
  ])('is the one that is named: %s', (as, subject) => {
    expect(whoIsAsked({ options: { as, timeLimit: 1 } }, [])).toEqual(subject);
  });
});
