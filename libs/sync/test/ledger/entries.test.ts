import { describe, expect } from 'vitest';
import { IdSet } from '../../src/ledger/index.js';
import { collect, delivered, entries, entry, everything } from './entries.js';
import { KINDS } from './places.js';
import { testWithLedger } from './test-with-ledger.js';

describe.each(KINDS)('entries of a ledger in %s', (_, make) => {
  const it = testWithLedger(make);

  it('gives back what was written, in the order of the keys that are asked for', async ({
    run,
  }) => {
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

  it('numbers entries once and for all', async ({ run }) => {
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

  it('counts the later of two entries with one key', async ({ run }) => {
    const ids = await run.write([entry('a', { fields: '1' }), entry('a', { fields: '2' })]);
    expect(ids[0]).toBe(ids[1]);
    expect(await run.find(['a'])).toMatchObject([{ fields: '2' }]);
  });

  it('enters what became of entries, and leaves the rest of them as it is', async ({ run }) => {
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

  it('says so where an entry is not there any more whose result comes, and enters none of them', async ({
    run,
  }) => {
    const [id = 0] = await run.write([entry('a', { outcome: null })]);
    const result = { outcome: 'delivered', user: delivered, event: null } as const;
    const lost = run.settle([
      { id, ...result },
      { id: id + 1, ...result },
    ]);
    await expect(lost).rejects.toThrow(/does not have all entries any more/);
    expect(await run.find(['a'])).toMatchObject([{ outcome: null }]);
  });

  it('takes a thousand at once, and nothing at all', async ({ run }) => {
    expect(await run.write(entries(1000))).toHaveLength(1000);
    const found = await run.find(entries(1000).map(({ key }) => key));
    expect(found.every((each) => each !== undefined)).toBe(true);
    expect(await run.write([])).toEqual([]);
    expect(await run.find([])).toEqual([]);
    await run.markGone([]);
    expect(await run.count()).toBe(1000);
  });

  it('refuses more than a thousand at once', async ({ run }) => {
    const many = entries(1001);
    await expect(run.write(many)).rejects.toThrow(/^write: at most 1000 at once; received 1001$/);
    await expect(run.find(many.map(({ key }) => key))).rejects.toThrow(TypeError);
    const results = many.map(
      (_, id) => ({ id, outcome: 'failed', user: null, event: null }) as const,
    );
    await expect(run.settle(results)).rejects.toThrow(/^settle: at most 1000 at once/);
    expect(await run.count()).toBe(0);
  });

  it('tells what is missing from a set, by id, and whatever the set learns meanwhile', async ({
    run,
  }) => {
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

  it('forgets what is gone until it is written again', async ({ run }) => {
    const ids = await run.write(entries(3));
    await run.markGone(ids.slice(0, 2));
    expect(await run.count()).toBe(1);
    expect((await collect(run.missing(new IdSet()))).map(({ key }) => key)).toEqual(['key-2']);
    expect(await run.find(['key-0'])).toMatchObject([{ gone: true, fields: 'f' }]);
    expect(await run.write([entry('key-0')])).toEqual([ids[0]]);
    expect(await run.find(['key-0'])).toMatchObject([{ gone: false }]);
    expect(await run.count()).toBe(2);
  });

  it('marks as gone while it tells what is missing', async ({ run }) => {
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

  it('lists what was not wholly delivered, page by page', async ({ ledger, run }) => {
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
});
