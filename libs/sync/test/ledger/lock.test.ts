import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/ledger/index.js';
import { type Child, startChild, type Task } from './child-process.js';
import { COUNTS, entries, entry } from './entries.js';
import { KINDS, type Place } from './places.js';

describe.each(KINDS)('the lock of a sync in %s', (_, make) => {
  let place: Place;
  let ledger: Ledger;
  let children: Child[];
  beforeEach(async () => {
    children = [];
    place = await make();
    ledger = await openLedger(place.url);
  });
  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill()));
    await ledger.close();
    await place[Symbol.asyncDispose]();
  });
  const start = (task: Task): Child => {
    const child = startChild(place.url, task);
    children.push(child);
    return child;
  };
  const begin = () => ledger.begin({ sync: 'members', startedAt: 2_000 });

  it('lets one run of a process through, in one ledger and in two', async () => {
    await using second = await openLedger(place.url);
    await using run = await begin();
    const holder = { run: run.id, pid: process.pid, host: expect.any(String) as string };
    for (const each of [ledger, second]) {
      await expect(each.begin({ sync: 'members', startedAt: 3_000 })).rejects.toMatchObject({
        name: 'LedgerError',
        code: 'LOCKED',
        holder: { ...holder, startedAt: 2_000 },
      });
      expect(await each.runs()).toMatchObject([{ id: run.id, running: true }]);
    }
    await run.write([entry('a')]);
  });

  it('is free when its run is disposed of, and when the ledger is closed', async () => {
    const first = await begin();
    await first[Symbol.asyncDispose]();
    await using second = await openLedger(place.url);
    const other = await second.begin({ sync: 'members', startedAt: 3_000 });
    await expect(begin()).rejects.toMatchObject({ code: 'LOCKED' });
    await second.close();
    await using third = await begin();
    expect(third.killed?.id).toBe(other.id);
  });

  it('is held until the run is disposed of, also after its end', async () => {
    await using run = await begin();
    await run.end({ finishedAt: 3_000, counts: COUNTS });
    await expect(begin()).rejects.toMatchObject({ code: 'LOCKED', holder: { run: run.id } });
    await run[Symbol.asyncDispose]();
    await using next = await begin();
    expect(next.killed).toBeUndefined();
  });

  it('lets different syncs run side by side, who wait for each other briefly', async () => {
    await using second = await openLedger(place.url);
    const syncs = ['a', 'b', 'c', 'd'];
    const written = await Promise.all(
      syncs.map(async (sync, index) => {
        const at = index % 2 === 0 ? ledger : second;
        await using run = await at.begin({ sync, startedAt: 1 });
        for (let turn = 0; turn < 5; turn += 1) {
          await run.write(entries(200).map((each) => ({ ...each, key: each.key + String(turn) })));
        }
        return await run.count();
      }),
    );
    expect(written).toEqual([1000, 1000, 1000, 1000]);
  });

  it('keeps the run of another process out, and says which it is', async () => {
    const child = start('hold');
    await child.ready;
    await expect(begin()).rejects.toMatchObject({
      code: 'LOCKED',
      holder: { run: 1, pid: child.pid, startedAt: 1_000 },
      message: expect.stringMatching(
        new RegExp(
          `^"members" is being run by process ${String(child.pid)} on .+, since 1970-01-01T00:00:01\\.000Z: `,
        ),
      ) as string,
    });
    expect(await ledger.runs()).toMatchObject([{ id: 1, running: true }]);
    await using other = await ledger.begin({ sync: 'orders', startedAt: 2_000 });
    expect(await other.count()).toBe(0);
  });

  it('is free at once when its holder is killed, and what that wrote stands', async () => {
    const child = start('hold');
    await child.ready;
    await child.kill();
    await using run = await begin();
    expect(run.killed).toMatchObject({ id: 1, pid: child.pid, startedAt: 1_000, running: false });
    expect(await run.count()).toBe(2);
    expect(await run.find(['key-0'])).toMatchObject([{ run: 1, fields: '1' }]);
  });

  it('keeps all of a write or nothing when its process is killed', async () => {
    for (const delayMs of [0, 3, 7, 13, 29]) {
      const child = start('rewrite');
      await child.ready;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await child.kill();
      await using run = await begin();
      expect(run.killed?.pid).toBe(child.pid);
      const found = await run.find(entries(1000).map(({ key }) => key));
      expect(new Set(found.map((each) => each?.fields)).size).toBe(1);
      await run.end({ finishedAt: 3_000, counts: COUNTS });
    }
  });

  it('does not matter to processes that make the ledger at the same time', async () => {
    await using fresh = await make();
    const started = Array.from({ length: 4 }, () => startChild(fresh.url, 'open'));
    const ends = await Promise.all(started.map((child) => child.ended));
    expect(ends).toEqual(started.map(() => ({ code: 0, stderr: '' })));
    await using opened = await openLedger(fresh.url);
    expect(await opened.runs()).toEqual([]);
  });
});
