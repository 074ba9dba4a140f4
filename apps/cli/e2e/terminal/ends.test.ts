import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { theFile } from '../cli-process.js';
import { addUsers, createWorld } from '../world.js';
import { halfway, isBar } from './halfway.js';
import { startInTerminal } from './terminal.js';

const CTRL_C = '\x03';

function counts(folder: string) {
  const results = JSON.parse(theFile(folder, /^integration_results/)) as {
    counts: Record<'rows' | 'delivered' | 'partial' | 'failed' | 'notAttempted', number>;
  };
  return results.counts;
}

describe('on a terminal', () => {
  it('Ctrl-C lets what is in flight finish, and says so above the bar', async () => {
    const { world, gate, terminal } = await halfway();
    terminal.type(CTRL_C);
    const lines = await terminal.shows('Stopping: what is in flight finishes.');
    const told = lines.findIndex((line) => line.includes('Stopping: '));
    const below = await terminal.until('the bar below', (shown) => isBar(shown.at(-1) ?? ''));
    expect(below.findIndex(isBar)).toBeGreaterThan(told);
    expect(below.filter(isBar)).toHaveLength(1);
    gate.open();
    expect(await terminal.done).toBe(130);
    const { delivered, failed, notAttempted } = counts(terminal.folder);
    expect({ failed, sum: delivered + notAttempted }).toEqual({ failed: 0, sum: 300 });
    expect(notAttempted).toBeGreaterThan(0);
    expect(world.sandbox.events.count()).toBe(delivered);
    const text = terminal.lines().join('\n');
    expect(text).toContain(`${String(notAttempted)} of 300 records were not attempted`);
    expect(text).toContain('error[INTERRUPTED]: stopped by a signal; ');
    // The bar tells how far it came, not how far it would have come.
    expect(terminal.lines().find(isBar)).not.toContain('100 %');
  });

  it('Ctrl-C twice ends what is in flight at once', async () => {
    const { terminal } = await halfway();
    terminal.type(CTRL_C);
    await terminal.shows('Once more stops at once');
    terminal.type(CTRL_C);
    expect(await terminal.done).toBe(130);
    const { rows, delivered, partial, failed, notAttempted } = counts(terminal.folder);
    expect(delivered + partial + failed + notAttempted).toBe(rows);
    expect(terminal.lines().filter(isBar)).toHaveLength(1);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('%s ends the run as Ctrl-C does', async (signal) => {
    const { gate, terminal } = await halfway();
    process.kill(terminal.pid, signal);
    await terminal.shows('Stopping: what is in flight finishes.');
    gate.open();
    expect(await terminal.done).toBe(130);
    expect(counts(terminal.folder)).toMatchObject({ failed: 0 });
  });

  it('a terminal that goes away ends the run, and what it did is written down', async () => {
    const { world, gate, terminal } = await halfway();
    terminal.hangUp();
    gate.open();
    await terminal.done;
    // The kernel and the shell may both say so; then what is in flight is not waited for.
    const { rows, delivered, partial, failed, notAttempted } = counts(terminal.folder);
    expect(delivered + partial + failed + notAttempted).toBe(rows);
    expect(notAttempted).toBeGreaterThan(0);
    expect(world.sandbox.events.count()).toBeGreaterThanOrEqual(delivered);
  });

  it('a closed stdin is no matter', async () => {
    const world = await createWorld();
    await addUsers(world, 2);
    const terminal = startInTerminal([], { env: world.env, shell: 'cli run <&-' });
    expect(await terminal.done).toBe(0);
    expect(counts(terminal.folder)).toMatchObject({ delivered: 2 });
  });

  it('`| head` ends quietly, and the run goes on', async () => {
    const world = await createWorld();
    await addUsers(world, 200);
    const terminal = startInTerminal([], {
      env: world.env,
      shell: '{ cli run --verbose; echo $? >code; } | head -2',
    });
    expect(await terminal.done).toBe(0);
    expect(terminal.lines()).toEqual(['', '[STEP 1] Loading configuration...']);
    expect(readFileSync(join(terminal.folder, 'code'), 'utf8')).toBe('0\n');
    expect(counts(terminal.folder)).toMatchObject({ delivered: 200 });
    expect(existsSync(join(terminal.folder, 'iterable_integration.log'))).toBe(true);
  });
});
