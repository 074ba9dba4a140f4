import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tools/vitest/test-database.js';
import { IdSet, type LedgerError, openLedger } from '../../src/ledger/index.js';
import { importPg } from '../../src/ledger/postgres/import-pg.js';
import { collect, entries, entry } from './entries.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** The database's URL with other parts. */
const urlWith = (parts: Partial<URL>): string => Object.assign(new URL(database.url), parts).href;

/** Ends the connections of ledgers, as a server does that is restarted. */
const cut = (): Promise<unknown> =>
  database.run(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );

it.each(['CREATE TABLE', 'CREATE INDEX'])(
  'says so when the connection is lost while its tables are made (%s)',
  async (tag) => {
    await database.run(`
      create function cut() returns event_trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); end $$;
      create event trigger cut on ddl_command_start when tag in ('${tag}') execute function cut()`);
    await expect(openLedger(database.url)).rejects.toMatchObject({
      name: 'LedgerError',
      code: 'CONNECTION',
    });
  },
);

/** A way to the database that ends as soon as a connection is set up for the ledger. */
async function cutAtSetUp(): Promise<string> {
  const { hostname, port } = new URL(database.url);
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.on('data', (chunk) => {
      if (chunk.includes('set_config')) far.destroy();
      else far.write(chunk);
    });
    far.pipe(near);
    far.on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    for (const socket of [near, far]) socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return urlWith({ hostname: '127.0.0.1', port: String((server.address() as AddressInfo).port) });
}

it('says so when the connection is lost while it is set up, and is not waited for', async () => {
  await expect(openLedger(await cutAtSetUp())).rejects.toMatchObject({
    name: 'LedgerError',
    code: 'CONNECTION',
  });
});

it('makes no tables where it must not', async () => {
  await expect(openLedger({ url: database.url, create: false })).rejects.toMatchObject({
    code: 'MISSING',
    message: expect.stringMatching(/^The ledger in database .* is not there/) as string,
  });
  expect(await database.run(`select from pg_tables where schemaname = 'public'`)).toEqual([]);
});

it('ends a run whose connection is lost, and lets the next one begin', async () => {
  await using ledger = await openLedger(database.url);
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  await run.write(entries(2));
  await cut();
  await expect(run.write([entry('late')])).rejects.toMatchObject({
    name: 'LedgerError',
    code: 'LOCK_LOST',
    message: expect.stringMatching(
      /^The connection that held the lock of "members" is lost/,
    ) as string,
  });
  await using next = await ledger.begin({ sync: 'members', startedAt: 2 });
  expect(next.killed?.id).toBe(run.id);
  // The pool has a new connection by now; the old run must not get hold of it.
  await expect(run.write([entry('late')])).rejects.toMatchObject({ code: 'LOCK_LOST' });
  await expect(run.markGone([1])).rejects.toMatchObject({ code: 'LOCK_LOST' });
  await expect(collect(run.missing(new IdSet()))).rejects.toMatchObject({ code: 'LOCK_LOST' });
  await run[Symbol.asyncDispose]();
  expect(await next.count()).toBe(2);
  expect(await ledger.runs()).toMatchObject([{ running: true }, { running: false }]);
});

it('ends a run whose connection is lost in the middle of a write, of which nothing stays', async () => {
  await using ledger = await openLedger(database.url);
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  await run.write(entries(2));
  await database.run(`
    create function cut() returns trigger language plpgsql as $$
    begin
      if new.key = 'key-7' then perform pg_terminate_backend(pg_backend_pid()); end if;
      return new;
    end $$;
    create trigger cut before insert on sync_ledger_entries for each row execute function cut()`);
  const lost = { code: 'LOCK_LOST' };
  await expect(run.write(entries(9, { fields: 'late' }))).rejects.toMatchObject(lost);
  await expect(run.write([entry('late')])).rejects.toMatchObject(lost);
  await expect(run.count()).rejects.toMatchObject(lost);
  await run[Symbol.asyncDispose]();
  await using next = await ledger.begin({ sync: 'members', startedAt: 2 });
  expect(await next.count()).toBe(2);
  expect(await next.find(['key-0'])).toMatchObject([{ fields: 'f' }]);
});

it('can be asked again after its idle connections were cut', async () => {
  await using ledger = await openLedger(database.url);
  expect(await ledger.runs()).toEqual([]);
  await cut();
  await expect.poll(() => ledger.runs()).toEqual([]);
});

it('keeps its tables and its locks in the first schema of the search path', async () => {
  await database.run('create schema one; create schema two');
  const at = (schema: string): string => urlWith({ search: `?options=-csearch_path%3D${schema}` });
  await using one = await openLedger(at('one'));
  await using two = await openLedger(at('two'));
  await using first = await one.begin({ sync: 'members', startedAt: 1 });
  await using second = await two.begin({ sync: 'members', startedAt: 1 });
  await first.write(entries(3));
  expect(await second.count()).toBe(0);
  const tables = await database.run<{ schema: string; count: number }>(
    `select schemaname as schema, count(*)::int as count from pg_tables
     where tablename like 'sync_ledger_%' group by 1 order by 1`,
  );
  expect(tables).toEqual([
    { schema: 'one', count: 5 },
    { schema: 'two', count: 5 },
  ]);
  await expect(openLedger(at('three'))).rejects.toMatchObject({
    code: 'PERMISSION',
    message: expect.stringMatching(/no schema of its search_path exists/) as string,
  });
});

it('works for a role that may use the tables but make none', async () => {
  await (await openLedger(database.url)).close();
  const role = `writer_${database.name}`;
  await database.run(`
    create role ${role} login password 'correct horse';
    revoke create on schema public from public;
    grant select, insert, update on all tables in schema public to ${role}`);
  const url = urlWith({ username: role, password: 'correct horse' });
  try {
    {
      await using ledger = await openLedger(url);
      await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
      expect(await run.write(entries(2))).toHaveLength(2);
      await database.run(`revoke update on sync_ledger_entries from ${role}`);
      await expect(run.write(entries(2))).rejects.toMatchObject({
        code: 'PERMISSION',
        message: expect.stringMatching(/permission denied.*\(SQLSTATE 42501\)\. Grant/) as string,
      });
    }
    const { pathname } = new URL(database.url);
    await database.run('drop table sync_ledger_migrations');
    await expect(openLedger(url)).rejects.toMatchObject({ code: 'PERMISSION' });
    expect(pathname).toBe(`/${database.name}`);
  } finally {
    await database.run(`drop owned by ${role}; drop role ${role}`);
  }
});

it.each([
  ['a wrong password', { password: 'battery staple' }, /password authentication failed/],
  ['a database that is not there', { pathname: '/nowhere' }, /database "nowhere" does not exist/],
  ['a port where nobody listens', { port: '1' }, /ECONNREFUSED/],
])('tells of %s, and no password', async (_, parts, says) => {
  const url = urlWith(parts);
  const error = await openLedger(url).catch((reason: unknown) => reason as LedgerError);
  expect(error).toMatchObject({ name: 'LedgerError', code: 'CONNECTION' });
  const text = `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)}`;
  expect(text).toMatch(says);
  expect(text).toMatch(/The ledger in database ".+" on 127\.0\.0\.1:\d+ as user "postgres": /);
  expect(text).not.toContain(new URL(url).password);
});

it.each([
  ['23514', `alter table sync_ledger_entries add check (identity not like '%secret%')`],
  [
    'P0001',
    `create function refuse() returns trigger language plpgsql as
       $$ begin raise exception 'no % of %', new.key, new.identity; end $$;
     create trigger refuse before insert on sync_ledger_entries
       for each row execute function refuse()`,
  ],
])('tells nothing of a row that the server refuses with %s', async (state, refusing) => {
  await using ledger = await openLedger(database.url);
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  await database.run(refusing);
  const error = await run
    .write([entry('the-key', { identity: 'email:secret@example.com' })])
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'DATABASE', cause: { code: state } });
  const text = `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)}`;
  expect(text).not.toMatch(/secret|the-key/);
  expect(text).toContain(`SQLSTATE ${state}`);
});

it('takes options of the pool, and they go before the URL', async () => {
  const { password } = new URL(database.url);
  const asked: string[] = [];
  const connect = {
    password: () => {
      asked.push('password');
      return Promise.resolve(password);
    },
    application_name: 'night shift',
  };
  await using ledger = await openLedger({ url: urlWith({ password: '' }), connect });
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  expect(await run.count()).toBe(0);
  expect(asked).not.toEqual([]);
  const names = await database.run(
    `select distinct application_name as name from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  expect(names).toEqual([{ name: 'night shift' }]);
});

it('needs no more connections than it has runs', async () => {
  await using ledger = await openLedger({ url: database.url, connect: { max: 2 } });
  await using first = await ledger.begin({ sync: 'a', startedAt: 1 });
  await using second = await ledger.begin({ sync: 'b', startedAt: 1 });
  await Promise.all([first.write(entries(10)), second.write(entries(10))]);
  expect([await first.count(), await second.count()]).toEqual([10, 10]);
});

it('says which package is missing', async () => {
  const absent = (name: string): Error =>
    Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' });
  const missing = absent('pg');
  await expect(importPg(() => Promise.reject(missing))).rejects.toMatchObject({
    code: 'MISSING_PACKAGE',
    message: expect.stringContaining('npm install pg') as string,
    cause: missing,
  });
  for (const broken of [new Error('broken'), absent('pg-types')]) {
    await expect(importPg(() => Promise.reject(broken))).rejects.toBe(broken);
  }
});
