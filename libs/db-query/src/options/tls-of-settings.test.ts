import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { settingsOfUrl } from './settings-of-url.js';
import { DB_VARIABLES, type Environment, settingsOfVariables } from './settings-of-variables.js';
import { tlsOfSettings } from './tls-of-settings.js';
import type { TlsOptions } from './tls-options.js';

const folder = mkdtempSync(join(tmpdir(), 'db-query-'));
const caFile = join(folder, 'ca.pem');
const PEM = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n';
writeFileSync(caFile, PEM);
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly tls: TlsOptions | undefined;
  readonly problems: readonly string[];
}

function ofVariables(environment: Environment): Outcome {
  const problems: string[] = [];
  return { tls: tlsOfSettings(settingsOfVariables(environment, DB_VARIABLES), problems), problems };
}

function ofUrl(parameters: string): Outcome {
  const problems: string[] = [];
  const { settings } = settingsOfUrl(`postgresql://a@b/c?${parameters}`, 'DATABASE_URL');
  return { tls: tlsOfSettings(settings, problems), problems };
}

test.each([
  ['true', { mode: 'require' }],
  ['FALSE', { mode: 'disable' }],
  ['disable', { mode: 'disable' }],
  ['require', { mode: 'require' }],
  ['verify-full', { mode: 'verify-full' }],
])('DB_SSL=%s is understood', (DB_SSL, tls) => {
  expect(ofVariables({ DB_SSL })).toEqual({ tls, problems: [] });
});

test.each(['require', 'verify-ca', 'verify-full'])('%s takes the text of the CA file', (DB_SSL) => {
  expect(ofVariables({ DB_SSL, DB_SSL_CA_FILE: caFile })).toEqual({
    tls: { mode: DB_SSL, ca: PEM },
    problems: [],
  });
});

test.each(['prefer', 'allow'])('the mode %s is refused, since it may go on in clear', (DB_SSL) => {
  expect(ofVariables({ DB_SSL }).problems).toEqual([
    `DB_SSL must be one of disable, require, verify-ca, verify-full, not "${DB_SSL}": it may go on in clear without a word`,
  ]);
});

test.each<[string, Environment]>([
  ['DB_SSL verify-ca needs a CA file', { DB_SSL: 'verify-ca' }],
  ['DB_SSL_CA_FILE is set without a TLS mode', { DB_SSL_CA_FILE: caFile }],
  ['DB_SSL_CA_FILE needs TLS', { DB_SSL: 'disable', DB_SSL_CA_FILE: caFile }],
  ['"system" needs verify-full', { DB_SSL: 'require', DB_SSL_CA_FILE: 'system' }],
])('%s', (problem, environment) => {
  expect(ofVariables(environment).problems).toEqual([expect.stringContaining(problem)]);
});

test("sslrootcert=system is libpq's word for the authorities trusted anyway", () => {
  expect(ofUrl('sslmode=verify-full&sslrootcert=system')).toEqual({
    tls: { mode: 'verify-full' },
    problems: [],
  });
});

test('a CA file that is missing or holds no certificate is told', () => {
  const notPem = join(folder, 'not.pem');
  writeFileSync(notPem, 'hello');
  const problemsWith = (path: string) => ofUrl(`sslmode=verify-full&sslrootcert=${path}`).problems;
  expect(problemsWith(join(folder, 'none'))).toEqual([expect.stringContaining('(ENOENT)')]);
  expect(problemsWith(notPem)).toEqual([expect.stringContaining('holds no PEM certificate')]);
});
