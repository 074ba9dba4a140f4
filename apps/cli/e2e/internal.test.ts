import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './cli-process.js';
import { createWorld } from './world.js';

describe('a fault of the program itself', () => {
  // What a bug would be: something that it relies on throws where nothing may.
  const hook = join(mkdtempSync(join(tmpdir(), 'hook-')), 'hook.mjs');
  writeFileSync(
    hook,
    "Promise.withResolvers = () => { throw new TypeError('a fault that a test has put in'); };",
  );

  async function broken(...argv: string[]) {
    const world = await createWorld();
    const result = await runCli(['run', ...argv], {
      env: world.env,
      nodeOptions: ['--import', hook],
    });
    expect(world.sandbox.requests).toEqual([]);
    return result;
  }

  it('has exit code 6, asks for a report, and tells the version', async () => {
    const { exitCode, stderr } = await broken();
    expect(exitCode).toBe(6);
    expect(stderr).toMatch(/^error\[INTERNAL\]: a fault that a test has put in\n/);
    expect(stderr).toMatch(/iterable-sync \d+\.\d+\.\d+/);
    expect(stderr).toContain('report');
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('shows its stack with --debug', async () => {
    const { exitCode, stderr } = await broken('--debug');
    expect(exitCode).toBe(6);
    expect(stderr).toMatch(/^ +at /m);
  });
});

it('work that nothing is left to wait for is no success', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'forever-'));
  writeFileSync(
    join(folder, 'iterable-sync.config.mjs'),
    'await new Promise(() => {});\nexport default { syncs: {} };\n',
  );
  const { env } = await createWorld();
  const { exitCode, stdout, stderr } = await runCli(['plan', '--json'], { env, folder });
  expect(exitCode).toBe(6);
  expect(stderr).toMatch(/^error\[INTERNAL\]: the work was not done, and nothing was left/);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'INTERNAL', exitCode: 6 } });
});
