import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  IdSet,
  type Ledger,
  type LedgerPart,
  type LedgerRun,
  type LedgerWrite,
  openLedger,
} from '../../src/ledger/index.js';
import { collect, COUNTS, delivered, entries, entry } from './entries.js';
import { KINDS, type Place } from './places.js';

describe.each(KINDS)('a ledger in %s', (_, make) => {
  let place: Place;
  let ledger: Ledger;
  let run: LedgerRun;
  beforeEach(async () => {
    place = await make();
    ledger = await openLedger(place.url);
    run = await ledger.begin({ sync: 'members', startedAt: 1_000 });
  });
  afterEach(async () => {
    await ledger.close();
    await place[Symbol.asyncDispose]();
  });

  const failed: LedgerPart = {
    hash: 'g',
    status: 'failed',
    attempts: 3,
    reason: 'Iterable says "no"',
    code: 'TIMEOUT',
    retryable: true,
    mayHaveArrived: false,
  };
  const everything: LedgerWrite[] = [
    entry('delivered', { user: delivered, event: delivered }),
    entry('twice', { user: { ...delivered, attempts: 2 } }),
    entry('partial', { outcome: 'partial', event: failed }),
    entry('failed', { outcome: 'failed', user: failed, event: failed }),
    entry('not sent', {
      outcome: 'notAttempted',
      user: { hash: 'h', status: 'not-sent', reason: 'the run stopped', attempts: 0 },
    }),
    entry('sending', { outcome: null, user: { hash: 'h', status: 'sending', attempts: 0 } }),
    entry('skipped', { outcome: 'skipped', user: null, identity: null, fields: '' }),
    entry('unchanged', { outcome: 'unchanged' }),
  ];

  it('gives back what was written, in the order of the keys that are asked for', async () => {
    const ids = await run.write(everything);
    const keys = everything.map(({ key }) => key);
    const found = await run.find(['never', ...keys.toReversed(), 'failed']);
    expect(found).toEqual([
      undefined,
      ...everything
        .map((each, index) => ({ ...each, id: ids[index], run: 1, gone: false }))
        .reverse(),
      expect.objectContaining({ key: 'failed' }),
    ]);
  });

  it('numbers entries once and for all', async () => {
    const first = await run.write(entries(3));
    expect(new Set(first).size).toBe(3);
    const again = await run.write([entry('new'), ...entries(3, { fields: 'other' }).reverse()]);
    expect(again.slice(1)).toEqual(first.toReversed());
    expect(first).not.toContain(again[0]);
    expect(await run.find(['key-1'])).toEqual([
      { ...entry('key-1', { fields: 'other' }), id: first[1], run: 1, gone: false },
    ]);
    expect(await run.count()).toBe(4);
  });

  it('counts the later of two entries with one key', async () => {
    const ids = await run.write([entry('a', { fields: '1' }), entry('a', { fields: '2' })]);
    expect(ids[0]).toBe(ids[1]);
    expect(await run.find(['a'])).toMatchObject([{ fields: '2' }]);
  });

  it('enters what became of entries, and leaves the rest of them as it is', async () => {
    const intents = entries(3, {
      outcome: null,
      user: { hash: 'h', status: 'sending', attempts: 0 },
    });
    const [first = 0, second = 0] = await run.write(intents);
    const failed = { outcome: 'failed', user: null, event: { ...delivered, hash: 'e' } } as const;
    await run.settle([
      { id: first, outcome: 'failed', user: null, event: null },
      { id: second, ...failed },
      { id: first, outcome: 'delivered', user: delivered, event: null },
    ]);
    await run.settle([]);
    expect(await run.find(intents.map(({ key }) => key))).toMatchObject([
      { ...intents[0], id: first, outcome: 'delivered', user: delivered },
      { ...intents[1], id: second, ...failed },
      { ...intents[2] },
    ]);
  });

  it('says so where an entry is not there any more whose result comes, and enters none of them', async () => {
    const [id = 0] = await run.write([entry('a', { outcome: null })]);
    const result = { outcome: 'delivered', user: delivered, event: null } as const;
    const lost = run.settle([
      { id, ...result },
      { id: id + 1, ...result },
    ]);
    await expect(lost).rejects.toThrow(/does not have all entries any more/);
    expect(await run.find(['a'])).toMatchObject([{ outcome: null }]);
  });

  it('takes a thousand at once, and nothing at all', async () => {
    expect(await run.write(entries(1000))).toHaveLength(1000);
    const found = await run.find(entries(1000).map(({ key }) => key));
    expect(found.every((each) => each !== undefined)).toBe(true);
    expect(await run.write([])).toEqual([]);
    expect(await run.find([])).toEqual([]);
    await run.markGone([]);
    expect(await run.count()).toBe(1000);
  });

  it('refuses more than a thousand at once', async () => {
    const many = entries(1001);
    await expect(run.write(many)).rejects.toThrow(/^write: at most 1000 at once; received 1001$/);
    await expect(run.find(many.map(({ key }) => key))).rejects.toThrow(TypeError);
    const results = many.map(
      (_, id) => ({ id, outcome: 'failed', user: null, event: null }) as const,
    );
    await expect(run.settle(results)).rejects.toThrow(/^settle: at most 1000 at once/);
    expect(await run.count()).toBe(0);
  });

  it('tells what is missing from a set, by id, and whatever the set learns meanwhile', async () => {
    const ids = [
      ...(await run.write(entries(1000))),
      ...(await run.write([entry('z'), entry('y')])),
    ];
    const seen = new IdSet();
    for (const id of ids) if (id % 3 !== 0) seen.add(id);
    const missing = await collect(run.missing(seen));
    expect(missing.map(({ id }) => id)).toEqual(
      ids.filter((id) => id % 3 === 0).sort((a, b) => a - b),
    );
    expect(missing[0]).toMatchObject(entry(missing[0]?.key ?? ''));
    expect(await collect(run.missing({ has: () => true }))).toEqual([]);
  });

  it('keeps its lock until what is being written is written', async () => {
    const writing = run.write(entries(1000));
    await run[Symbol.asyncDispose]();
    await using next = await ledger.begin({ sync: 'members', startedAt: 2_000 });
    expect(await next.count()).toBe(1000);
    expect(await writing).toHaveLength(1000);
  });

  it('serves calls side by side', async () => {
    const parts = ['a', 'b', 'c', 'd'];
    const all = await Promise.all(
      parts.map(async (part) => {
        const ids = await run.write(
          entries(100).map((each) => ({ ...each, key: part + each.key })),
        );
        const found = await run.find([`${part}key-7`]);
        await run.markGone(ids.slice(0, 10));
        return found[0]?.id === ids[7];
      }),
    );
    expect(all).toEqual([true, true, true, true]);
    expect([await run.count(), await ledger.read('members').count()]).toEqual([360, 360]);
  });

  it('forgets what is gone until it is written again', async () => {
    const ids = await run.write(entries(3));
    await run.markGone(ids.slice(0, 2));
    expect(await run.count()).toBe(1);
    expect((await collect(run.missing(new IdSet()))).map(({ key }) => key)).toEqual(['key-2']);
    expect(await run.find(['key-0'])).toMatchObject([{ gone: true, fields: 'f' }]);
    expect(await run.write([entry('key-0')])).toEqual([ids[0]]);
    expect(await run.find(['key-0'])).toMatchObject([{ gone: false }]);
    expect(await run.count()).toBe(2);
  });

  it('marks as gone while it tells what is missing', async () => {
    await run.write(entries(1000));
    await run.write(entries(1000).map((each) => ({ ...each, key: `more-${each.key}` })));
    let told = 0;
    for await (const { id } of run.missing(new IdSet())) {
      told += 1;
      if (told % 2 === 0) await run.markGone([id]);
    }
    expect(told).toBe(2000);
    expect(await run.count()).toBe(1000);
  });

  it('lists what was not wholly delivered, page by page', async () => {
    await run.write(everything);
    expect((await collect(ledger.failures('members'))).map(({ key }) => key)).toEqual([
      'partial',
      'failed',
      'not sent',
      'sending',
    ]);
    for (const part of ['a', 'b', 'c']) {
      const keys = entries(1000, { outcome: 'failed' });
      await run.write(keys.map((each) => ({ ...each, key: part + each.key })));
    }
    const all = await collect(ledger.failures('members'));
    expect(all).toHaveLength(3004);
    expect(new Set(all.map(({ id }) => id)).size).toBe(3004);
    expect(await collect(ledger.failures('unheard of'))).toEqual([]);
  });

  it('keeps syncs apart', async () => {
    await using other = await ledger.begin({ sync: 'orders', startedAt: 2_000 });
    const [id = 0] = await run.write([entry('1', { fields: 'members' })]);
    await other.write([entry('1', { fields: 'orders', outcome: 'failed' }), entry('2')]);
    expect(await run.find(['1', '2'])).toMatchObject([{ fields: 'members' }, undefined]);
    await other.markGone([id]);
    expect([await run.count(), await other.count()]).toEqual([1, 2]);
    expect(await collect(run.missing(new IdSet()))).toMatchObject([{ fields: 'members' }]);
    expect(await collect(ledger.failures('members'))).toEqual([]);
  });

  it('can be read without the lock', async () => {
    const reader = ledger.read('members');
    const unheard = ledger.read('unheard of');
    const ids = await run.write(entries(2));
    expect(await reader.count()).toBe(2);
    expect(await reader.find(['key-1', 'x'])).toMatchObject([{ id: ids[1] }, undefined]);
    expect(await collect(reader.missing(new Set([ids[0]])))).toMatchObject([{ key: 'key-1' }]);
    expect(await unheard.count()).toBe(0);
    expect(await unheard.find(['a', 'b'])).toEqual([undefined, undefined]);
    expect(await collect(unheard.missing(new IdSet()))).toEqual([]);
  });

  it('remembers runs and how they ended', async () => {
    await run.end({ finishedAt: 5_000, counts: COUNTS });
    await run[Symbol.asyncDispose]();
    await using second = await ledger.begin({ sync: 'members', startedAt: 6_000 });
    expect(second.killed).toBeUndefined();
    const stopped = { reason: 'interrupted', detail: 'Ctrl-C \0 \ud800' } as const;
    await second.end({ finishedAt: 7_000, counts: COUNTS, stopped });
    await using third = await ledger.begin({ sync: 'orders', startedAt: 8_000 });
    const by = { pid: process.pid, host: expect.any(String) as string };
    const runs = [
      { ...by, id: third.id, sync: 'orders', startedAt: 8_000, running: true },
      {
        ...by,
        id: 2,
        sync: 'members',
        startedAt: 6_000,
        running: false,
        end: { finishedAt: 7_000, counts: COUNTS, stopped },
      },
      {
        ...by,
        id: 1,
        sync: 'members',
        startedAt: 1_000,
        running: false,
        end: { finishedAt: 5_000, counts: COUNTS },
      },
    ];
    expect(await ledger.runs()).toEqual(runs);
    expect(await ledger.runs({ limit: 2 })).toEqual(runs.slice(0, 2));
    expect(await ledger.runs({ sync: 'members' })).toEqual(runs.slice(1));
    expect(await ledger.runs({ sync: 'unheard of' })).toEqual([]);
    await expect(ledger.runs({ limit: -1 })).rejects.toThrow(/^runs: limit must be .*received -1$/);
  });

  it('lists the syncs, the one of the newest run first', async () => {
    const ids = await run.write(everything);
    await run.markGone(ids.slice(0, 3));
    await using orders = await ledger.begin({ sync: 'orders', startedAt: 2_000 });
    await orders.write([entry('a')]);
    const members = { sync: 'members', rows: 5, failures: 3 };
    expect(await ledger.syncs()).toEqual([{ sync: 'orders', rows: 1, failures: 0 }, members]);
    await run[Symbol.asyncDispose]();
    await ledger.begin({ sync: 'members', startedAt: 3_000 });
    expect((await ledger.syncs()).map(({ sync }) => sync)).toEqual(['members', 'orders']);
  });

  it('is found where it is, though none may be made', async () => {
    await run.write(everything);
    await using found = await openLedger({ url: place.url, create: false });
    expect(await found.read('members').count()).toBe(everything.length);
  });

  it('takes a run without an end for killed', async () => {
    await run[Symbol.asyncDispose]();
    const killed = { id: 1, sync: 'members', startedAt: 1_000, running: false, pid: process.pid };
    expect(await ledger.runs()).toEqual([expect.objectContaining(killed)]);
    await using next = await ledger.begin({ sync: 'members', startedAt: 2_000 });
    expect(next.killed).toMatchObject(killed);
    expect(next.killed?.end).toBeUndefined();
    expect(await ledger.runs()).toMatchObject([{ id: 2, running: true }, { running: false }]);
  });

  it('is the same when it is opened again', async () => {
    const ids = await run.write(everything);
    await ledger.close();
    ledger = await openLedger(place.url);
    run = await ledger.begin({ sync: 'members', startedAt: 2_000 });
    expect((await run.find(everything.map(({ key }) => key))).map((each) => each?.id)).toEqual(ids);
    expect(await run.write([entry('failed')])).toEqual([ids[3]]);
  });

  it('says so when it is used after its end', async () => {
    await run[Symbol.asyncDispose]();
    await run[Symbol.asyncDispose]();
    await expect(run.write([entry('a')])).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(collect(run.missing(new IdSet()))).rejects.toMatchObject({ code: 'CLOSED' });
    await ledger.close();
    await ledger.close();
    await expect(ledger.runs()).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(ledger.syncs()).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(ledger.read('members').count()).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(collect(ledger.failures('members'))).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(ledger.begin({ sync: 'members', startedAt: 1 })).rejects.toMatchObject({
      code: 'CLOSED',
    });
  });

  it('can be closed while it is asked', async () => {
    const beginning = ledger.begin({ sync: 'orders', startedAt: 1 });
    const counting = ledger.read('members').count();
    await ledger.close();
    await expect((await beginning).count()).rejects.toMatchObject({ code: 'CLOSED' });
    expect(await counting).toBe(0);
    await using again = await openLedger(place.url);
    await using orders = await again.begin({ sync: 'orders', startedAt: 2 });
    expect(await orders.count()).toBe(0);
  });

  it('refuses a run without a name or a time', async () => {
    await expect(ledger.begin({ sync: '', startedAt: 1 })).rejects.toThrow(/^begin: sync must/);
    await expect(ledger.begin({ sync: 'a', startedAt: 0.5 })).rejects.toThrow(
      /^begin: startedAt must be in whole milliseconds since 1970; received 0\.5$/,
    );
    await expect(ledger.begin({ sync: 'a', startedAt: 9e15 })).rejects.toThrow(TypeError);
    expect(await ledger.runs({ sync: 'a' })).toEqual([]);
  });

  it('is refused when a newer version wrote it, and is left as it was', async () => {
    await run.write([entry('a')]);
    await ledger.close();
    await place.run(
      `insert into sync_ledger_migrations (name, timestamp) values ('9999_future', '2999-01-01T00:00:00.000Z')`,
    );
    await expect(openLedger(place.url)).rejects.toMatchObject({
      code: 'NEWER_VERSION',
      message: expect.stringMatching(/9999_future.*update this program/) as string,
    });
    await place.run(`delete from sync_ledger_migrations where name = '9999_future'`);
    ledger = await openLedger(place.url);
    expect(await ledger.read('members').count()).toBe(1);
  });
});
