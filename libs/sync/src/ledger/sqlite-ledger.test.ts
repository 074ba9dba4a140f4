import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLedger } from './index.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('makes folder and file for their owner alone', async () => {
  const path = join(folder, 'deep', 'ledger.db');
  await using ledger = await openLedger(`sqlite:${path}`);
  await using run = await ledger.begin({ sync: 'members', startedAt: 0 });
  await run.write([
    { key: '1', identity: null, outcome: 'skipped', user: null, event: null, fields: '' },
  ]);
  const mode = (name: string): number => statSync(name).mode & 0o777;
  expect(mode(join(folder, 'deep'))).toBe(0o700);
  for (const suffix of ['', '-wal', '-shm']) expect(mode(path + suffix)).toBe(0o600);
});
