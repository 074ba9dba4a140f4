import { openLedger } from '@org/sync/ledger';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ledger as examine } from '../../src/doctor/checks/ledger.js';
import { createTestDatabase } from '../../../../tools/vitest/test-database.js';

const ledger = (url: string, cwd: string) => examine(url, cwd, new AbortController().signal);

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

  it('in PostgreSQL that its role may not make, or not write to: what is to be granted', async () => {
    const database = await createTestDatabase();
    onTestFinished(() => database.drop());
    const role = `ledger_${database.name}`;
    await database.run(`create role ${role} login password 'right-password'`);
    onTestFinished(async () => {
      await database.run(`drop owned by ${role}; drop role ${role}`);
    });
    const url = Object.assign(new URL(database.url), {
      username: role,
      password: 'right-password',
    }).href;
    const may = async (grant: string) => {
      await database.run(grant);
      const { status, found, advice = '' } = await ledger(url, '/');
      expect(found + advice).not.toContain('right-password');
      return { status, told: `${found}\n${advice}` };
    };

    expect(await may(`revoke create on schema public from public`)).toEqual({
      status: 'failed',
      told: `the role ${role} of LEDGER_URL may not create on schema public: a run ends before it sends anything
let the owner run "grant create on schema public to ${role}", or name another role or place with LEDGER_URL`,
    });
    await expect(openLedger(url)).rejects.toMatchObject({ code: 'PERMISSION' });
    expect(await may(`grant create on schema public to ${role}`)).toMatchObject({ status: 'ok' });

    await (await openLedger(database.url)).close();
    const tables = 'sync_ledger_syncs, sync_ledger_runs, sync_ledger_entries';
    const read = await may(`grant select on sync_ledger_migrations, ${tables} to ${role}`);
    expect(read).toMatchObject({ status: 'failed' });
    expect(read.told).toContain('may not insert on public.sync_ledger_entries, nor update on');
    expect(await may(`grant insert, update on ${tables} to ${role}`)).toEqual({
      status: 'ok',
      told: 'the one in PostgreSQL, without a run yet\n',
    });
    const other = await ledger(`${url}?options=-c%20search_path%3Dpublic`, '/');
    expect(other).toMatchObject({
      status: 'warning',
      found: expect.stringContaining('could not be asked: its URL has parameters'),
      advice: expect.stringContaining('may select, insert and update'),
    });
    await using opened = await openLedger(url);
    await using run = await opened.begin({ sync: 'plans', startedAt: Date.now() });
    expect(run.id).toBe(1);
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
