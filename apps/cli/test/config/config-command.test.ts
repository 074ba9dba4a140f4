import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/main.js';
import { projectSchema } from '../../src/project/project-schema.js';
import { capturedIo } from '../captured-io.js';
import { schema } from '../schema.js';

const API_KEY = 'the-key-of-the-project-0123456789';
const PASSWORD = 'hunter2-hunter2';
const URL = `postgres://reader:${PASSWORD}@db.example.com/shop`;

const PROJECT = `syncs:
  plans:
    query: |
      select id, email, plan
      from users
    key: id
    email: email
    guards:
      maxFailures: 3
`;

interface World {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

async function config(argv: readonly string[], { files = {}, env = {} }: World = {}) {
  const cwd = mkdtempSync(join(tmpdir(), 'config-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const { io, written } = capturedIo({ cwd, env: { COLUMNS: '200', ...env } });
  const exitCode = await main(['config', ...argv], io);
  return { exitCode, cwd, ...written };
}

const WHOLE: World = {
  files: { '.env': `DATABASE_URL=${URL}\n`, key: API_KEY, 'iterable-sync.config.yaml': PROJECT },
  env: { ITERABLE_API_KEY_FILE: 'key', LOG_FORMAT: 'json' },
};

/** Values and origins of a table, by name. */
function rowsOf(stdout: string): Record<string, readonly string[]> {
  const rows = stdout.split('\n').map((line) => line.trim().split(/ {2,}/));
  return Object.fromEntries(rows.map(([name = '', ...cells]) => [name, cells]));
}

describe('config', () => {
  it('shows each setting with its value and where it comes from', async () => {
    const { exitCode, stdout, stderr, cwd } = await config(
      ['--no-jwt', '--output-dir', 'out'],
      WHOLE,
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(rowsOf(stdout)).toMatchObject({
      DATABASE_URL: ['postgres://reader:***@db.example.com/shop', '.env'],
      USE_JWT_AUTH: ['false', 'flag --no-jwt'],
      OUTPUT_DIR: ['out', 'flag --output-dir'],
      LOG_FORMAT: ['json', 'environment'],
      LOG_LEVEL: ['INFO', 'default'],
    });
    expect(stdout).toContain(`set, hidden                                file ${cwd}/key`);
    expect(stdout).not.toContain('DB_HOST');
  });

  it("shows the connection that URL, libpq's variables and defaults make together", async () => {
    const { stdout } = await config([], {
      files: { '.env': `DATABASE_URL=postgres://db.example.com/shop\nPGUSER=reader\n` },
      env: { ITERABLE_API_KEY: API_KEY, PGPASSWORD: PASSWORD, PGHOST: 'other.example.com' },
    });
    expect(rowsOf(stdout.slice(stdout.indexOf('Connection to the database')))).toMatchObject({
      host: ['db.example.com', 'DATABASE_URL, .env'],
      port: ['5432', 'default'],
      user: ['reader', 'PGUSER, .env'],
      password: ['set, hidden', 'PGPASSWORD, environment'],
      tlsMode: ['require', 'default'],
    });
    expect(stdout).not.toContain(PASSWORD);
  });

  it('shows no part of a URL whose password looks like other parts', async () => {
    const env = { DATABASE_URL: 'postgres://reader:1234/5678@db.example.com/shop' };
    const { stdout, stderr } = await config(['--json'], { env });
    const { connection } = JSON.parse(stdout) as { connection: { name: string; value: unknown }[] };
    expect(connection.find(({ name }) => name === 'database')?.value).toBeNull();
    expect(stdout + stderr).not.toMatch(/1234|5678/);
  });

  it('shows the syncs with their options, those that nobody gave too', async () => {
    const { stdout } = await config([], WHOLE);
    expect(stdout).toContain('Sync plans, of iterable-sync.config.yaml');
    expect(rowsOf(stdout.slice(stdout.indexOf('Sync plans')))).toMatchObject({
      key: ['id', 'iterable-sync.config.yaml:6'],
      'guards.maxFailures': ['3', 'iterable-sync.config.yaml:9'],
      'guards.allowEmpty': ['false', 'default'],
      delivery: ['auto', 'default'],
    });
  });

  it('without a file shows the sync that comes with the program', async () => {
    const { stdout } = await config(['--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      file: null,
      syncs: [
        {
          name: 'recent_engagement',
          options: expect.arrayContaining([
            { name: 'days', value: 7, origin: { from: 'default' } },
          ]),
        },
      ],
    });
  });

  it('with --verbose also shows what is not set', async () => {
    const { stdout } = await config(['--verbose'], WHOLE);
    expect(rowsOf(stdout)).toMatchObject({ DB_HOST: ['not set'], PGHOST: ['not set'] });
  });

  it.each([[[]], [['--json']], [['--verbose']]])('%j shows no secret', async (argv) => {
    const { stdout, stderr } = await config(argv, {
      ...WHOLE,
      env: {
        ...WHOLE.env,
        ITERABLE_JWT_SECRET: 'a-secret-of-at-least-32-characters',
        LEDGER_URL: `postgres://ledger:${PASSWORD}@db/shop`,
      },
    });
    const shown = stdout + stderr;
    for (const secret of [API_KEY, PASSWORD, 'a-secret-of', '32 characters']) {
      expect(shown).not.toContain(secret);
    }
    expect(shown).toContain('postgres://ledger:***@db/shop');
  });

  it('shows what it can where something is wrong, and then all that is: exit code 2', async () => {
    const { exitCode, stdout, stderr } = await config(['--max-attempts', 'many'], {
      files: { 'iterable-sync.config.yaml': 'syncs:\n  plans:\n    key: 7\n' },
      env: { ITERABLE_APIKEY: API_KEY, DATABASE_URL: URL },
    });
    expect(exitCode).toBe(2);
    expect(rowsOf(stdout)).toMatchObject({
      ITERABLE_MAX_ATTEMPTS: ['many', 'flag --max-attempts'],
    });
    expect(stderr).toMatch(/^error\[CONFIGURATION\]: The configuration has \d+ problems:\n/);
    for (const words of [
      'did you mean ITERABLE_API_KEY?',
      'ITERABLE_MAX_ATTEMPTS must be a whole number',
      'iterable-sync.config.yaml:3: syncs.plans',
    ]) {
      expect(stderr).toContain(words);
    }
  });

  it.each<[string, World]>([
    ['all is well', WHOLE],
    ['nothing is set', {}],
    ['much is wrong', { files: { '.env': 'a b' }, env: { LOG_LEVEL: 'loud' } }],
  ])('--json prints one object, as its schema says: %s', async (_name, world) => {
    const { exitCode, stdout } = await config(['--json'], world);
    const value: unknown = JSON.parse(stdout);
    const valid = schema('config');
    expect(valid(value), JSON.stringify(valid.errors)).toBe(true);
    expect((value as { problems: unknown[] }).problems.length > 0).toBe(exitCode === 2);
  });

  it('--quiet shows nothing but what is wrong', async () => {
    expect(await config(['--quiet'], WHOLE)).toMatchObject({ stdout: '', stderr: '' });
    expect(await config(['--quiet'])).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining('DATABASE_URL'),
    });
  });

  it('opens nothing and leaves nothing', async () => {
    const { cwd } = await config([], WHOLE);
    expect(readdirSync(cwd).sort()).toEqual(['.env', 'iterable-sync.config.yaml', 'key']);
  });

  it('--schema prints the schema of the configuration file, whatever there is', async () => {
    const { exitCode, stdout } = await config(['--schema'], { env: { LOG_LEVEL: 'loud' } });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(projectSchema);
  });

  it('--schema is no result, so that it does not go with --json', async () => {
    const { exitCode, stderr } = await config(['--schema', '--json']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("'--schema' cannot be used with option '--json'");
  });
});
