import { describe, expect, it } from 'vitest';
import { runCli } from './cli-process.js';
import { addUsers, createWorld } from './world.js';

describe('--quiet', () => {
  it('says nothing where all is well', async () => {
    const world = await createWorld();
    await addUsers(world, 30);
    const { exitCode, stdout, stderr } = await runCli(['run', '--quiet'], { env: world.env });
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('says on stderr why a run is no success', async () => {
    const world = await createWorld();
    await addUsers(world, 10);
    for (const user of [2, 3, 4])
      world.sandbox.forget({ email: `user${String(user)}@example.com` });
    const { exitCode, stdout, stderr } = await runCli(['run', '--quiet'], { env: world.env });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(
      /^error\[ROWS_FAILED\]: 3 of 10 records were not wholly delivered; see integration_failures_\d{8}_\d{6}\.ndjson\n$/,
    );
  });
});
