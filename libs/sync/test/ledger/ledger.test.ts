import { describe, expect } from 'vitest';
import { IdSet, openLedger } from '../../src/ledger/index.js';
import { collect, COUNTS, entries, entry, everything } from './entries.js';
import { KINDS } from './places.js';
import { testWithLedger } from './test-with-ledger.js';

describe.each(KINDS)('a ledger in %s', (_, make) => {
  const it = testWithLedger(make);

  it('keeps its lock until what is being written is written', async ({ ledger, run }) => {
    const writing = run.write(entries(1000));
    await run[Symbol.asyncDispose]();
    await using next = await ledger.begin({ sync: 'members', startedAt: 2_000 });
    expect(await next.count()).toBe(1000);
    expect(await writing).toHaveLength(1000);
  });

  it('serves calls side by side', async ({ ledger, run }) => {
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

  it('keeps syncs apart', async ({ ledger, run }) => {
    await using other = await ledger.begin({ sync: 'orders', startedAt: 2_000 });
    const [id = 0] = await run.write([entry('1', { fields: 'members' })]);
    await other.write([entry('1', { fields: 'orders', outcome: 'failed' }), entry('2')]);
    expect(await run.find(['1', '2'])).toMatchObject([{ fields: 'members' }, undefined]);
    await other.markGone([id]);
    expect([await run.count(), await other.count()]).toEqual([1, 2]);
    expect(await collect(run.missing(new IdSet()))).toMatchObject([{ fields: 'members' }]);
    expect(await collect(ledger.failures('members'))).toEqual([]);
  });

  it('can be read without the lock', async ({ ledger, run }) => {
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

  it('remembers runs and how they ended', async ({ ledger, run }) => {
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

  it('lists the syncs, the one of the newest run first', async ({ ledger, run }) => {
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

  it('is found where it is, though none may be made', async ({ place, run }) => {
    await run.write(everything);
    await using found = await openLedger({ url: place.url, create: false });
    expect(await found.read('members').count()).toBe(everything.length);
  });

  it('takes a run without an end for killed', async ({ ledger, run }) => {
    await run[Symbol.asyncDispose]();
    const killed = { id: 1, sync: 'members', startedAt: 1_000, running: false, pid: process.pid };
    expect(await ledger.runs()).toEqual([expect.objectContaining(killed)]);
    await using next = await ledger.begin({ sync: 'members', startedAt: 2_000 });
    expect(next.killed).toMatchObject(killed);
    expect(next.killed?.end).toBeUndefined();
    expect(await ledger.runs()).toMatchObject([{ id: 2, running: true }, { running: false }]);
  });

  it('is the same when it is opened again', async ({ place, ledger, run }) => {
    const ids = await run.write(everything);
    await ledger.close();
    ledger = await openLedger(place.url);
    run = await ledger.begin({ sync: 'members', startedAt: 2_000 });
    expect((await run.find(everything.map(({ key }) => key))).map((each) => each?.id)).toEqual(ids);
    expect(await run.write([entry('failed')])).toEqual([ids[3]]);
  });

  it('says so when it is used after its end', async ({ ledger, run }) => {
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

  it('can be closed while it is asked', async ({ place, ledger }) => {
    const beginning = ledger.begin({ sync: 'orders', startedAt: 1 });
    const counting = ledger.read('members').count();
    await ledger.close();
    await expect((await beginning).count()).rejects.toMatchObject({ code: 'CLOSED' });
    expect(await counting).toBe(0);
    await using again = await openLedger(place.url);
    await using orders = await again.begin({ sync: 'orders', startedAt: 2 });
    expect(await orders.count()).toBe(0);
  });

  it('refuses a run without a name or a time', async ({ ledger }) => {
    await expect(ledger.begin({ sync: '', startedAt: 1 })).rejects.toThrow(/^begin: sync must/);
    await expect(ledger.begin({ sync: 'a', startedAt: 0.5 })).rejects.toThrow(
      /^begin: startedAt must be in whole milliseconds since 1970; received 0\.5$/,
    );
    await expect(ledger.begin({ sync: 'a', startedAt: 9e15 })).rejects.toThrow(TypeError);
    expect(await ledger.runs({ sync: 'a' })).toEqual([]);
  });

  it('is refused when a newer version wrote it, and is left as it was', async ({
    place,
    ledger,
    run,
  }) => {
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
