import { openLedger } from '@org/sync/ledger';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ledger } from '../../src/doctor/checks/ledger.js';
import { createTestDatabase } from '../../../../tools/vitest/test-database.js';

const pathIn = (name = 'ledger.db'): string => join(mkdtempSync(join(tmpdir(), 'ledger-')), name);

describe('a ledger', () => {
  it('that is not there is not made', async () => {
    const path = pathIn('folder/ledger.db');
    const { status, found } = await ledger(`sqlite:${path}`, '/');
    expect(status).toBe('ok');
    expect(found).toContain('the first run makes it');
    expect(existsSync(join(path, '..'))).toBe(false);
  });

  it('tells of its last run', async () => {
    const url = `sqlite:${pathIn()}`;
    await using opened = await openLedger(url);
    expect(await ledger(url, '/')).toMatchObject({
      found: expect.stringContaining('without a run'),
    });
    const run = await opened.begin({ sync: 'plans', startedAt: Date.UTC(2026, 0, 13) });
    await run[Symbol.asyncDispose]();
    expect((await ledger(url, '/')).details).toEqual([
      'the last run, of plans at 2026-01-13T00:00:00.000Z, was killed',
    ]);
  });

  it('that is in use: by whom', async () => {
    const url = `sqlite:${pathIn()}`;
    await using opened = await openLedger(url);
    await using run = await opened.begin({ sync: 'plans', startedAt: Date.now() });
    expect(run.id).toBe(1);
    const { status, found, advice } = await ledger(url, '/');
    expect(status).toBe('warning');
    expect(found).toContain(`plans is being run by process ${String(process.pid)} on `);
    expect(advice).toContain('wait until it is done');
  });

  it('in PostgreSQL is not made either, and tells of a run that is going on', async () => {
    const database = await createTestDatabase();
    onTestFinished(() => database.drop());
    const missing = await ledger(database.url, '/');
    expect(missing).toMatchObject({ status: 'ok' });
    expect(missing.found).toContain('is not there yet');
    await using opened = await openLedger(database.url);
    await using run = await opened.begin({ sync: 'plans', startedAt: Date.now() });
    expect(run.id).toBe(1);
    expect(await ledger(database.url, '/')).toMatchObject({ status: 'warning' });
  });

  it.each<[string, (path: string) => string]>([
    ['text', (path) => (writeFileSync(path, 'no database at all, but long enough'), path)],
    ['a part of the path that is a file', () => '/dev/null/ledger.db'],
    ['a folder', (path) => join(path, '..')],
  ])('that is none: %s', async (_name, make) => {
    const { status, found } = await ledger(`sqlite:${make(pathIn())}`, '/');
    expect(status).toBe('failed');
    expect(found).not.toMatch(/fault of/);
  });

  it('in a database that is out of reach', async () => {
    const { status, found } = await ledger('postgres://u:hidden-password@127.0.0.1:1/db', '/');
    expect(status).toBe('failed');
    expect(found).toContain('127.0.0.1');
    expect(found).not.toContain('hidden-password');
  });

  it('in memory is a warning: each run would send everything', async () => {
    expect(await ledger('sqlite::memory:', '/')).toMatchObject({
      status: 'warning',
      advice: expect.stringContaining('LEDGER_URL'),
    });
  });
});
