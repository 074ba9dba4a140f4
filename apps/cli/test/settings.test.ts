import { authFromEnvironment } from '@org/auth';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSettings, type LoadedSettings } from '../src/config/load-settings.js';
import { resolveConfig } from '../src/config/resolve-config.js';
import { secretsIn } from '../src/config/secrets-in.js';
import { VARIABLES } from '../src/config/variables.js';

const folder = (files: Record<string, string> = {}): string => {
  const cwd = mkdtempSync(join(tmpdir(), 'settings-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  return cwd;
};

/** The settings that some source gives. */
const given = ({ settings, origins }: LoadedSettings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).filter(([name]) => origins[name]?.from !== 'default'),
  );

const VALID = { DATABASE_URL: 'postgres://u:p@localhost/db', ITERABLE_API_KEY: 'k'.repeat(32) };

describe('settings', () => {
  it('come from .env, the environment and flags, and the later wins', () => {
    const cwd = folder({ '.env': 'LOG_LEVEL=DEBUG\nLOG_FILE=a.log\nOUTPUT_DIR=a\n' });
    const env = { LOG_FILE: 'b.log', OUTPUT_DIR: 'b' };
    const loaded = loadSettings({ cwd, env, flags: { OUTPUT_DIR: 'c' } });
    expect(loaded.problems).toEqual([]);
    expect(given(loaded)).toEqual({ LOG_LEVEL: 'DEBUG', LOG_FILE: 'b.log', OUTPUT_DIR: 'c' });
  });

  it('tell where they come from', () => {
    const cwd = folder({ '.env': 'LOG_LEVEL=DEBUG\n', 'other.env': 'LOG_LEVEL=DEBUG\n', key: 'k' });
    const env = { LOG_FILE: 'b.log', ITERABLE_API_KEY_FILE: 'key' };
    const flags = { OUTPUT_DIR: 'c', USE_JWT_AUTH: 'false' };
    const { origins } = loadSettings({ cwd, env, flags });
    expect(origins).toMatchObject({
      LOG_FORMAT: { from: 'default' },
      LOG_LEVEL: { from: 'dotenv', name: '.env' },
      LOG_FILE: { from: 'environment' },
      OUTPUT_DIR: { from: 'flag', name: '--output-dir' },
      USE_JWT_AUTH: { from: 'flag', name: '--no-jwt' },
      ITERABLE_API_KEY: { from: 'file', name: join(cwd, 'key') },
    });
    const named = loadSettings({ cwd, env, flags, envFile: 'other.env' });
    expect(named.origins['LOG_LEVEL']).toEqual({ from: 'dotenv', name: 'other.env' });
  });

  it('have the defaults of the libraries where nobody says otherwise', async () => {
    const { settings } = loadSettings({ cwd: folder(), env: {}, flags: {} });
    const secrets = { USE_JWT_AUTH: 'true', ITERABLE_JWT_SECRET: 's'.repeat(32) };
    const payloadOf = async (said: Record<string, string>) => {
      const { authenticator } = authFromEnvironment({ ...said, ...secrets }, { now: () => 0 });
      const headers = await authenticator.headers({ email: 'ada@example.com' });
      return Buffer.from(headers['Authorization']?.split('.')[1] ?? '', 'base64url').toString();
    };
    expect(await payloadOf(settings)).toBe(await payloadOf({}));
  });

  it('an empty value counts as none', () => {
    const cwd = folder({ '.env': 'LOG_FILE=a.log\n' });
    const loaded = loadSettings({ cwd, env: { LOG_FILE: '' }, flags: {} });
    expect(given(loaded)).toEqual({ LOG_FILE: 'a.log' });
  });

  it.each([
    ['.env', { '.env': 'ITERABLE_APIKEY=x' }, {}, 'did you mean ITERABLE_API_KEY?'],
    ['.env', { '.env': 'DATABSE_URL=x' }, {}, 'did you mean DATABASE_URL?'],
    ['environment', {}, { ITERABLE_DATACENTER: 'eu' }, 'did you mean ITERABLE_DATA_CENTER?'],
    ['environment', {}, { ITERABLE_WHATEVER_ELSE: 'x' }, '.env.example'],
  ])('an unknown name is refused: %s', (source, files, env, words) => {
    const { problems } = loadSettings({ cwd: folder(files), env, flags: {} });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(source);
    expect(problems[0]).toContain(words);
  });

  it('other programs may have variables of their own', () => {
    const env = {
      PATH: '/bin',
      DB_SCHEMA_OF_OTHERS: 'x',
      PGHOST: 'db',
      PGSERVICE: 'x',
      LOGLEVEL: 'x',
    };
    const loaded = loadSettings({ cwd: folder(), env, flags: {} });
    expect(loaded.problems).toEqual([]);
    expect(given(loaded)).toEqual({ PGHOST: 'db' });
  });

  it('a secret can come from a file, without its last line end', () => {
    const cwd = folder({ key: 'top secret \n' });
    const loaded = loadSettings({ cwd, env: { ITERABLE_API_KEY_FILE: 'key' }, flags: {} });
    expect(given(loaded)).toEqual({ ITERABLE_API_KEY: 'top secret ' });
  });

  it.each([
    ['missing', { ITERABLE_API_KEY_FILE: 'nowhere' }, 'ENOENT'],
    ['empty', { ITERABLE_API_KEY_FILE: 'empty' }, 'is empty'],
    ['twice', { ITERABLE_API_KEY_FILE: 'key', ITERABLE_API_KEY: 'x' }, 'both set'],
  ])('a secret file is refused: %s', (_name, env, words) => {
    const cwd = folder({ empty: '\n', key: 'secret' });
    expect(loadSettings({ cwd, env, flags: {} }).problems.join()).toContain(words);
  });

  it.each([
    ['a line that is no assignment', 'ITERABLE_DATA_CENTER: eu', 'line 1 is neither'],
    ['a line without an equals sign', 'LOG_LEVEL=INFO\nUSE_JWT_AUTH true', 'line 2 is neither'],
    ['a value that would end early', 'ITERABLE_JWT_SECRET=abc#def', 'ends at its "#"'],
    ['a libpq variable that is not read', 'PGSERVICE=x', 'unknown variable PGSERVICE'],
    ['a slip in a libpq variable', 'PGHSOT=x', 'did you mean PGHOST?'],
  ])('.env: %s is refused', (_name, content, words) => {
    const { problems } = loadSettings({ cwd: folder({ '.env': content }), env: {}, flags: {} });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });

  it('.env may have a byte order mark, CRLF, comments, quotes and values of several lines', () => {
    const content = '\uFEFFLOG_LEVEL=DEBUG # loud\r\n\r\n# note\r\nDB_PASSWORD="a#b\nc"\r\n';
    const loaded = loadSettings({ cwd: folder({ '.env': content }), env: {}, flags: {} });
    expect(loaded.problems).toEqual([]);
    expect(given(loaded)).toEqual({ LOG_LEVEL: 'DEBUG', DB_PASSWORD: 'a#b\nc' });
  });

  it.each([
    [{ ITERABLE_DATA_CENTER: 'us' }, { ITERABLE_BASE_URL: 'https://x' }],
    [{ DATABASE_URL: 'postgres://x' }, { DB_HOST: 'h', DB_NAME: 'n' }],
    [{ DB_HOST: 'h', DB_PASSWORD: 'p' }, { DATABASE_URL: 'postgres://x' }],
    [{ ITERABLE_API_KEY_FILE: 'gone' }, { ITERABLE_API_KEY: 'k' }],
  ])('what a later source says in another way wins too: %j, %j', (earlier, later) => {
    const content = Object.entries(earlier)
      .map((pair) => pair.join('='))
      .join('\n');
    const cwd = folder({ '.env': content });
    const loaded = loadSettings({ cwd, env: later, flags: {} });
    expect(loaded.problems).toEqual([]);
    expect(given(loaded)).toEqual(later);
  });

  it('.env.example and the guide have every variable', () => {
    const root = join(import.meta.dirname, '../../..');
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const guide = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
    const ours = Object.keys(VARIABLES).filter((name) => !name.startsWith('PG'));
    for (const name of ours) {
      const usual = VARIABLES[name]?.default;
      expect(example).toMatch(new RegExp(`^#?${name}=`, 'm'));
      expect(guide).toContain(`\`${name}\``);
      if (usual === undefined) continue;
      expect(example).toContain(`${name}=${usual}\n`);
      const row = guide.split('\n').find((line) => line.includes(`\`${name}\``));
      expect(row).toContain(`\`${usual}\``);
    }
  });

  it('a file that is named must be there', () => {
    const sources = { cwd: folder(), env: {}, flags: {}, envFile: 'production.env' };
    expect(loadSettings(sources).problems.join()).toContain('production.env');
  });
});

const PARTS = ['database', 'iterable'] as const;

describe('the configuration', () => {
  it('is complete with a database and a key', () => {
    const cwd = folder();
    const { config, problems } = resolveConfig({ cwd, env: VALID, flags: {} }, PARTS);
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      iterable: { maxAttempts: 3, timeoutMs: 30_000 },
      log: { level: 'INFO', file: join(cwd, 'iterable_integration.log'), format: 'text' },
      outputDir: cwd,
    });
  });

  it('is checked as far as a command needs it', () => {
    const place = { cwd: folder(), env: { LOG_FORMAT: 'xml' }, flags: {} };
    const wrong = (...parts: readonly ('database' | 'iterable')[]): string =>
      resolveConfig(place, parts).problems.join();
    expect(wrong()).toMatch(/^LOG_FORMAT must be text or json; found "xml"$/);
    expect(wrong('database')).toContain('DATABASE_URL');
    expect(wrong('iterable')).toContain('ITERABLE_API_KEY');
    expect(wrong('iterable')).not.toContain('DATABASE_URL');
  });

  it('tells all problems at once', () => {
    const env = {
      USE_JWT_AUTH: 'maybe',
      ITERABLE_MAX_ATTEMPTS: 'many',
      ITERABLE_BASE_URL: 'http://api.example.com',
      LOG_LEVEL: 'LOUD',
      ITERABLE_TIMEOUT: '5',
    };
    const { problems } = resolveConfig({ cwd: folder(), env, flags: {} }, PARTS);
    const message = problems.join('\n');
    for (const name of [
      'DATABASE_URL',
      'USE_JWT_AUTH',
      'ITERABLE_MAX_ATTEMPTS',
      'baseUrl',
      'LOG_LEVEL',
      'ITERABLE_TIMEOUT_MS',
    ]) {
      expect(message).toContain(name);
    }
  });

  it('shows no secret in what it refuses', () => {
    const env = { DATABASE_URL: 'postgres://u:hidden-password@:bad', ITERABLE_API_KEY: 'bad\nkey' };
    const { problems } = resolveConfig({ cwd: folder(), env, flags: {} }, PARTS);
    const message = problems.join('\n');
    expect(message).not.toBe('');
    expect(message).not.toContain('hidden-password');
    expect(message).not.toContain('bad\nkey');
  });

  it('knows its secrets, those inside a URL included', () => {
    const settings = {
      DATABASE_URL: 'postgres://u:p%40ssword1@h/db',
      ITERABLE_JWT_SECRET: 's'.repeat(32),
    };
    expect(secretsIn(settings)).toEqual([
      settings.DATABASE_URL,
      'p%40ssword1',
      'p@ssword1',
      's'.repeat(32),
    ]);
  });

  it('takes no place for a secret', () => {
    const settings = {
      LEDGER_URL: 'sqlite:.iterable-sync/ledger.db',
      DATABASE_URL: 'postgres://user@db.example.com/shop?password=hunter2-hunter2',
    };
    expect(secretsIn(settings)).toEqual([settings.DATABASE_URL, 'hunter2-hunter2']);
  });

  it('hides all of a URL that is none', () => {
    expect(secretsIn({ DATABASE_URL: 'user:hunter2@db:port/shop' })).toHaveLength(1);
  });
});
