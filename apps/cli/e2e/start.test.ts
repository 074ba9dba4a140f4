import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '@org/sync/ledger';
import { describe, expect, it } from 'vitest';
import { loadedPackages } from './loaded-packages.js';
import { createWorld } from './world.js';

/** What the program is made of, but for what reads arguments and draws tables. */
const PARTS = [
  ...['auth', 'csv-export', 'db-query', 'iterable-client', 'iterable-sandbox', 'sync'],
  ...['@clack/prompts', '@electric-sql/pglite', '@electric-sql/pglite-socket', 'csv-stringify'],
  ...['jose', 'ky', 'kysely', 'pg', 'pg-copy-streams', 'pg-cursor', 'pino', 'yaml'],
];

/** Settings that hold; nothing is reached by them. */
const ENV = {
  DATABASE_URL: 'postgres://user:password@db.example.com/app',
  ITERABLE_API_KEY: 'start-api-key-0123456789abcdef01',
  ITERABLE_BASE_URL: 'https://iterable.example.com',
};

/** The parts of the program that a call loads, and how it ended. */
async function partsOf(line: string, env: Readonly<Record<string, string>> = {}) {
  const { exitCode, packages } = await loadedPackages(line.split(' '), { env });
  return { exitCode, parts: packages.filter((name) => PARTS.includes(name)) };
}

/** An SQLite ledger that nothing has run on. */
async function createLedger(): Promise<string> {
  const url = `sqlite:${join(mkdtempSync(join(tmpdir(), 'iterable-sync-ledger-')), 'ledger.db')}`;
  await (await openLedger(url)).close();
  return url;
}

describe('nothing is loaded that a command does not need', () => {
  it.each(['--help', '--version', 'run --help', 'completion bash', 'runn'])(
    '%s loads what reads arguments, and nothing else',
    async (line) => {
      const { packages } = await loadedPackages(line.split(' '));
      expect(packages).toEqual(['commander']);
    },
  );

  it.each(['status', 'failures', 'failures --json'])(
    '%s loads no library where nothing has run, and what reads a ledger where there is one',
    async (line) => {
      expect(await partsOf(line)).toEqual({ exitCode: 0, parts: [] });
      const LEDGER_URL = await createLedger();
      expect(await partsOf(line, { LEDGER_URL })).toEqual({
        exitCode: 0,
        parts: ['kysely', 'sync'],
      });
    },
  );

  it('failures --csv writes by what writes CSV', async () => {
    const { exitCode, parts } = await partsOf('failures --csv');
    expect({ exitCode, parts }).toEqual({ exitCode: 0, parts: ['csv-export', 'csv-stringify'] });
  });

  it('config checks settings without what they are for', async () => {
    expect(await partsOf('config', ENV)).toEqual({
      exitCode: 0,
      parts: ['auth', 'db-query', 'iterable-client', 'sync'],
    });
  });

  it('completion knows the names of syncs without what runs them', async () => {
    expect(await partsOf('completion --sync-names')).toEqual({ exitCode: 0, parts: ['sync'] });
  });

  it('init without questions loads nothing that asks, and without a table nothing that reads one', async () => {
    expect(await partsOf('init --yes', ENV)).toEqual({
      exitCode: 0,
      parts: ['auth', 'db-query', 'iterable-client', 'sync'],
    });
  });

  it('what is in PostgreSQL is read by its driver; plan loads nothing that writes or signs', async () => {
    const { database, env } = await createWorld();
    expect(await partsOf('status', { LEDGER_URL: database.url })).toEqual({
      exitCode: 0,
      parts: ['kysely', 'pg', 'sync'],
    });
    const { exitCode, parts } = await partsOf('plan --allow-empty', env);
    expect(exitCode).toBe(0);
    expect(parts).toEqual([
      ...['auth', 'db-query', 'iterable-client', 'ky', 'kysely'],
      ...['pg', 'pg-cursor', 'pino', 'sync'],
    ]);
  });
});
