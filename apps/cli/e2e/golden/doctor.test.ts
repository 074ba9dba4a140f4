import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { addUsers, createWorld } from '../world.js';
import { golden } from './golden.js';

describe('the doctor', () => {
  it('where all is well', () =>
    golden('doctor', ['doctor', '--verbose'], async () => {
      const world = await createWorld();
      await addUsers(world, 3);
      return { env: world.env };
    }));

  it('where much is wrong: what was found, and what to do', () =>
    golden('doctor-trouble', ['doctor', '--output-dir', '/dev/null/out'], async () => {
      const world = await createWorld();
      await addUsers(world, 2);
      const folder = mkdtempSync(join(tmpdir(), 'golden-'));
      writeFileSync(join(folder, '.env'), 'LOG_LEVEL=loud\n', { mode: 0o644 });
      world.sandbox.faults.add({ operation: '*', replies: [{ clockSkewMs: 600_000 }] });
      return {
        folder,
        env: { ...world.env, ITERABLE_API_KEY: 'not-the-key-that-it-knows-000000' },
      };
    }));
});
