import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addUsers, createWorld } from '../world.js';
import { startInTerminal, type TerminalOptions } from './terminal.js';

const ESCAPE = '\u001b';
const GREEN = `${ESCAPE}[32m✓`;

async function run(options: Partial<TerminalOptions> & { argv?: readonly string[] } = {}) {
  const world = await createWorld();
  await addUsers(world, 30);
  const { argv = [], env, ...rest } = options;
  const terminal = startInTerminal(['run', ...argv], { env: { ...world.env, ...env }, ...rest });
  expect(await terminal.done).toBe(0);
  return {
    terminal,
    raw: terminal.raw(),
    file: (name: string) => readFileSync(join(terminal.folder, name), 'utf8'),
  };
}

describe('colours', () => {
  it('are on a terminal', async () => {
    const { raw } = await run();
    expect(raw).toContain(GREEN);
  });

  it.each([
    ['NO_COLOR', { env: { NO_COLOR: '1' } }],
    ['--no-color', { argv: ['--no-color'] }],
  ])('are not there with %s, and the bar is all the same', async (_name, options) => {
    const { raw, terminal } = await run(options);
    // Colours alone: the bar is drawn by codes that move the cursor.
    expect(raw).not.toMatch(new RegExp(`${ESCAPE}\\[[\\d;]*m`));
    expect(terminal.lines().filter((line) => /^█+ 100 %/.test(line))).toHaveLength(1);
    expect(raw).toContain('✓ Successful (both API calls): 30');
  });

  it('are not on a dumb terminal, nor is a bar that would need its cursor to move', async () => {
    const { raw } = await run({ env: { TERM: 'dumb' } });
    expect(raw).not.toContain(ESCAPE);
    expect(raw).toContain('100 % · 30/30 records · ');
  });

  it('are not in a file, nor is anything else that only a terminal understands', async () => {
    const { file } = await run({ shell: 'cli run >out 2>&1' });
    expect(file('out')).not.toContain(ESCAPE);
    expect(file('out')).toMatch(/^100 % · 30\/30 records · /m);
  });

  it.each([
    ['FORCE_COLOR', { env: { FORCE_COLOR: '1' }, shell: 'cli run >out' }],
    ['--color', { shell: 'cli run --color >out' }],
  ])('are in a file with %s, and no bar is', async (_name, options) => {
    const { file } = await run(options);
    expect(file('out')).toContain(GREEN);
    expect(file('out')).not.toContain('█');
  });
});
