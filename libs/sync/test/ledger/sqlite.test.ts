import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.js';
import { LedgerSqliteDialect } from '../../src/ledger/sqlite/ledger-sqlite-dialect.js';
import { openSqliteBackend } from '../../src/ledger/sqlite/sqlite-backend.js';
import { startChild } from './child-process.js';
import { entries, entry } from './entries.js';
import { sqlitePlace } from './places.js';

let place: Awaited<ReturnType<typeof sqlitePlace>>;
beforeEach(async () => {
  place = await sqlitePlace();
});
afterEach(() => place[Symbol.asyncDispose]());

const modeOf = (path: string): number => statSync(path).mode & 0o777;

it('makes folders and files for their owner alone', async () => {
  const folder = join(place.folder, 'deep', 'deeper');
  await using ledger = await openLedger(`sqlite:${join(folder, 'ledger.db')}`);
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  await run.write([entry('a')]);
  expect([modeOf(join(place.folder, 'deep')), modeOf(folder)]).toEqual([0o700, 0o700]);
  const files = readdirSync(folder).sort();
  expect(files).toEqual([
    'ledger.db',
    expect.stringMatching(/^ledger\.db-lock-[0-9a-f]{16}$/),
    'ledger.db-shm',
    'ledger.db-wal',
  ]);
  for (const file of files) expect(modeOf(join(folder, file))).toBe(0o600);
});

it('leaves the rights of a file that is there as they are', async () => {
  writeFileSync(place.path, '', { mode: 0o640 });
  await using ledger = await openLedger(place.url);
  expect(await ledger.runs()).toEqual([]);
  expect(modeOf(place.path)).toBe(0o640);
});

it.each([
  ['no folder', 'nowhere/ledger.db', undefined],
  ['no file', 'ledger.db', undefined],
  ['an empty file', 'ledger.db', ''],
])('makes nothing where there is %s and it must not', async (_, name, content) => {
  const path = join(place.folder, name);
  if (content !== undefined) writeFileSync(path, content);
  const before = readdirSync(place.folder);
  await expect(openLedger({ url: `sqlite:${path}`, create: false })).rejects.toMatchObject({
    code: 'MISSING',
    message: `The ledger ${path} is not there: the first run of a sync makes it`,
  });
  expect(readdirSync(place.folder)).toEqual(before);
  if (content !== undefined) expect(statSync(path).size).toBe(0);
});

it('waits for the disk before it acknowledges, so that a power cut takes nothing back', async () => {
  const backend = await openSqliteBackend(place.path, { busyTimeoutMs: 0, create: true });
  const { rows } = await sql`pragma synchronous`.execute(backend.db);
  await backend.close();
  expect(rows).toEqual([{ synchronous: 2 }]);
});

it('does not wait for readers', async () => {
  await using ledger = await openLedger(place.url);
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  await run.write([entry('a')]);
  using reader = new DatabaseSync(place.path);
  expect(reader.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  reader.exec('begin; select count(*) from sync_ledger_entries');
  await run.write([entry('b')]);
  expect(await run.count()).toBe(2);
});

it('finds the same lock over a symbolic link', async () => {
  await using ledger = await openLedger(place.url);
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  const link = join(place.folder, 'link.db');
  symlinkSync(basename(place.path), link);
  await using linked = await openLedger(`sqlite:${link}`);
  await expect(linked.begin({ sync: 'members', startedAt: 2 })).rejects.toMatchObject({
    code: 'LOCKED',
    holder: { run: run.id },
  });
});

it('keeps its lock while others in the process open the ledger, ask for its runs and go', async () => {
  await using ledger = await openLedger(place.url);
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  {
    await using other = await openLedger(place.url);
    expect(await other.runs()).toMatchObject([{ id: run.id, running: true }]);
    await expect(other.begin({ sync: 'members', startedAt: 2 })).rejects.toThrow(/is being run by/);
  }
  // From outside, for POSIX gives the locks of a file away when the process closes it anywhere.
  await using child = startChild(place.url, 'hold');
  const { code, stderr } = await child.ended;
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining(`is being run by process ${String(process.pid)}`) as string,
  });
});

it('says that a lock can not be taken for another reason than its being taken', async () => {
  await using ledger = await openLedger(place.url);
  await (await ledger.begin({ sync: 'members', startedAt: 1 }))[Symbol.asyncDispose]();
  const [lock = ''] = readdirSync(place.folder).filter((name) => name.includes('-lock-'));
  rmSync(join(place.folder, lock));
  mkdirSync(join(place.folder, lock));
  await expect(ledger.begin({ sync: 'members', startedAt: 1 })).rejects.toMatchObject({
    name: 'LedgerError',
    code: 'PERMISSION',
    message: expect.stringContaining(`The lock ${join(place.folder, lock)} can't`) as string,
  });
});

it('says that a file is busy after busyTimeoutMs, and goes on afterwards', async () => {
  await using ledger = await openLedger({ url: place.url, busyTimeoutMs: 30 });
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  using other = new DatabaseSync(place.path);
  other.exec('begin immediate');
  await expect(run.write([entry('a')])).rejects.toMatchObject({
    code: 'BUSY',
    message: expect.stringContaining(place.path) as string,
  });
  other.exec('rollback');
  await run.write([entry('a')]);
  expect(await run.count()).toBe(1);
});

it.each([
  ['text', Buffer.from('id,email\n1,ada@example.com\n'.repeat(100))],
  ['a few bytes', Buffer.from('hello')],
])('refuses a file that holds %s', async (_, content) => {
  writeFileSync(place.path, content);
  await expect(openLedger(place.url)).rejects.toMatchObject({ code: 'NOT_A_LEDGER' });
  expect(readFileSync(place.path)).toEqual(content);
});

it("refuses another program's database, and leaves it as it is", async () => {
  await place.run('create table bookmarks (url text); insert into bookmarks values (1)');
  const before = readFileSync(place.path);
  await expect(openLedger(place.url)).rejects.toMatchObject({
    code: 'NOT_A_LEDGER',
    message: `The ledger ${place.path} is the database of another program: give another path`,
  });
  expect(readFileSync(place.path)).toEqual(before);
});

it('refuses a folder, and a path through a file', async () => {
  await expect(openLedger(`sqlite:${place.folder}`)).rejects.toMatchObject({
    code: 'NOT_A_LEDGER',
    message: expect.stringContaining(`sqlite:${place.folder}/ledger.db`) as string,
  });
  writeFileSync(join(place.folder, 'file'), '');
  const through = openLedger(`sqlite:${join(place.folder, 'file', 'ledger.db')}`);
  await expect(through).rejects.toMatchObject({ code: 'NOT_A_LEDGER' });
});

it('says that a file is damaged', async () => {
  {
    await using ledger = await openLedger(place.url);
    await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
    await run.write(entries(1000));
  }
  truncateSync(place.path, 40_960);
  const keys = entries(1000).map(({ key }) => key);
  const reading = openLedger(place.url).then(async (ledger) => {
    await using opened = ledger;
    return await opened.read('members').find(keys);
  });
  await expect(reading).rejects.toMatchObject({ name: 'LedgerError', code: 'CORRUPT' });
});

it('has the right to write from the begin of a transaction on, so that it is not refused later', async () => {
  using database = new DatabaseSync(place.path);
  database.exec('pragma journal_mode = wal; create table notes (text text)');
  using other = new DatabaseSync(place.path);
  const dialect = new LedgerSqliteDialect({ database, busyTimeoutMs: 0, place: 'The ledger' });
  const db = new Kysely<{ notes: { text: string } }>({ dialect });
  await db.transaction().execute(async (transaction) => {
    await transaction.selectFrom('notes').selectAll().execute();
    expect(() => other.exec("insert into notes values ('other')")).toThrow(/locked/);
    await transaction.insertInto('notes').values({ text: 'ours' }).execute();
  });
  expect(other.prepare('select text from notes').all()).toEqual([{ text: 'ours' }]);
});

it('says that there is no space left, undoes the write, and goes on when there is', async () => {
  using database = new DatabaseSync(place.path);
  database.exec('create table notes (text text); pragma max_page_count = 4');
  const dialect = new LedgerSqliteDialect({ database, busyTimeoutMs: 0, place: 'The ledger' });
  const db = new Kysely<{ notes: { text: string } }>({ dialect });
  const write = (text: string): Promise<unknown> =>
    db.transaction().execute(async (transaction) => {
      await transaction.insertInto('notes').values({ text: 'first' }).execute();
      await transaction.insertInto('notes').values({ text }).execute();
    });
  await expect(write('x'.repeat(99_999))).rejects.toMatchObject({
    name: 'LedgerError',
    code: 'FULL',
    message: 'The ledger has no space left to grow: free some on its disk',
  });
  expect(await db.selectFrom('notes').selectAll().execute()).toEqual([]);
  await write('second');
  expect(await db.selectFrom('notes').selectAll().execute()).toHaveLength(2);
});

it('says whose rights are missing: those to the folder, to make a file, to write it', async () => {
  const open = async (url: string): Promise<unknown> => {
    await using child = startChild(url, 'open without rights');
    const { code, stderr } = await child.ended;
    return { code, stderr };
  };
  const refused = { code: 1, stderr: expect.stringMatching(/PERMISSION: .*rights/) as string };
  {
    await using ledger = await openLedger(place.url);
    expect(await ledger.runs()).toEqual([]);
  }
  chmodSync(place.path, 0o444);
  chmodSync(place.folder, 0o555);
  expect(await open(place.url)).toEqual(refused);
  expect(await open(`sqlite:${join(place.folder, 'new', 'ledger.db')}`)).toEqual(refused);
  expect(await open(`sqlite:${join(place.folder, 'new.db')}`)).toEqual(refused);
  chmodSync(place.folder, 0o000);
  expect(await open(place.url)).toEqual(refused);
  chmodSync(place.folder, 0o700);
});
