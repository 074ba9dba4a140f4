import { expect, it } from 'vitest';
import type { Backend } from '../../src/ledger/backend.js';
import { enterEnd, enterRun, listRuns } from '../../src/ledger/run-records.js';
import { openSqliteBackend } from '../../src/ledger/sqlite/sqlite-backend.js';
import { enterSync } from '../../src/ledger/syncs.js';
import { COUNTS } from './entries.js';

/** Lists the runs of a ledger with one, in which something happens while it asks who holds the lock. */
async function listWhile(
  happens: (db: Backend['db'], run: () => Promise<number>, first: number) => Promise<unknown>,
  held: boolean,
): Promise<unknown> {
  const { db, close } = await openSqliteBackend(undefined, { busyTimeoutMs: 0, create: true });
  const sync = await enterSync(db, 'members');
  const run = (): Promise<number> =>
    enterRun(db, sync, { sync: 'members', startedAt: 1, pid: 2, host: 'h' });
  const first = await run();
  const asked: Backend['held'] = async () => {
    await happens(db, run, first);
    return new Set(held ? [sync.id] : []);
  };
  const runs = await listRuns({ db, held: asked }, { limit: 9 });
  await close();
  return runs;
}

const end = { finishedAt: 3, counts: COUNTS };

it('does not take a run for killed that ends while it asks', async () => {
  const runs = await listWhile((db, _, first) => enterEnd(db, first, end), false);
  expect(runs).toMatchObject([{ id: 1, running: false, end }]);
});

it('does not take a run for going on whose successor has the lock', async () => {
  const runs = await listWhile((_, run) => run(), true);
  expect(runs).toMatchObject([
    { id: 2, running: true },
    { id: 1, running: false },
  ]);
});
