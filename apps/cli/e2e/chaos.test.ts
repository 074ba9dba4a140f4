import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { copyProgram } from '../chaos/cli.ts';
import { runSeed } from '../chaos/run-seed.ts';

/** Some of each: single and bulk, a key and JWTs, both ledgers. `npm run chaos` has all others. */
const SEEDS = [3, 7, 17, 24, 28];

describe('whatever happens, the end is that of a sync that met no trouble', () => {
  const folder = mkdtempSync(join(tmpdir(), 'iterable-sync-program-'));
  const program = copyProgram(folder);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(SEEDS)('seed %i', async (seed) => {
    const { problems } = await runSeed(seed, { databaseUrl: inject('databaseUrl'), program });
    expect(problems).toEqual([]);
  });
});
