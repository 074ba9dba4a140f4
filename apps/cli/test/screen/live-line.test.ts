import { describe, expect, it } from 'vitest';
import { Screen } from '../../src/screen/screen.js';
import { capturedIo } from '../captured-io.js';
import { LaggingTerminal } from './lagging-terminal.js';

function draw(columns: number) {
  const terminal = new LaggingTerminal(columns, 'all but the cursor’s');
  const screen = new Screen(terminal.io, { level: 'INFO' });
  screen.line('INFO', 'first');
  const live = screen.live();
  if (!live) throw new Error('no live line');
  return {
    screen,
    live,
    lines: async (): Promise<string[]> => {
      await terminal.arriveAll();
      return terminal.lines();
    },
    /** Resizes the terminal; the program hears of it after what happens meanwhile. */
    resize: async (to: number, meanwhile?: () => void): Promise<void> => {
      await terminal.arriveAll();
      terminal.resize(to);
      meanwhile?.();
      terminal.tellSize();
    },
  };
}

const bar = (sign: string) => (columns: number) => sign.repeat(Math.min(100, columns));

describe('a live line', () => {
  it('is drawn anew in place', async () => {
    const { live, lines } = draw(80);
    live.draw(() => 'one');
    live.draw(() => 'two');
    expect(await lines()).toEqual(['first', 'two']);
  });

  it('stays below what is told, be it an error or not', async () => {
    const { live, screen, lines } = draw(80);
    live.draw(() => 'bar');
    screen.line('WARNING', 'Stopping');
    screen.line('ERROR', 'error[SOURCE]: gone');
    screen.table('INFO', { columns: [{}], rows: [['a'], ['b']] });
    expect(await lines()).toEqual(['first', 'Stopping', 'error[SOURCE]: gone', 'a', 'b', 'bar']);
  });

  it('stays where it was once it has ended', async () => {
    const { live, screen, lines } = draw(80);
    live.draw(() => 'bar');
    live.end();
    screen.line('INFO', 'after');
    expect(await lines()).toEqual(['first', 'bar', 'after']);
  });

  it('leaves nothing behind when the terminal gets narrower and wider', async () => {
    const { live, screen, lines, resize } = draw(100);
    live.draw(bar('a'));
    await resize(40);
    expect(await lines()).toEqual(['first', 'a'.repeat(39)]);
    live.draw(bar('b'));
    screen.line('INFO', 'x'.repeat(60));
    await resize(23);
    await resize(100);
    expect(await lines()).toEqual(['first', 'x'.repeat(60), 'b'.repeat(99)]);
    live.end();
    await resize(50);
    screen.line('INFO', 'after');
    expect((await lines()).at(-1)).toBe('after');
  });

  it('leaves nothing behind of what was on its way while the terminal got narrower', async () => {
    const { live, lines, resize } = draw(100);
    live.draw(bar('a'));
    await resize(40, () => {
      live.draw(bar('b'));
      live.draw(bar('c'));
    });
    live.draw(bar('d'));
    expect(await lines()).toEqual(['first', 'd'.repeat(39)]);
  });

  it('goes on where the screen is full and scrolls', async () => {
    const { live, screen, lines } = draw(80);
    const told = Array.from({ length: 40 }, (_, index) => `line ${String(index)}`);
    for (const line of told) {
      live.draw(() => `bar below ${line}`);
      screen.line('INFO', line);
    }
    expect(await lines()).toEqual(['first', ...told, 'bar below line 39']);
  });

  it('is there on terminals alone, and not where the console is quiet', () => {
    const { io } = capturedIo();
    expect(new Screen(io, { level: 'INFO' }).live()).toBeUndefined();
    const emulator = new LaggingTerminal(80, 'all');
    expect(new Screen(emulator.io, { level: 'WARNING' }).live()).toBeUndefined();
    const dumb = { ...emulator.io, env: { TERM: 'dumb' } };
    expect(new Screen(dumb, { level: 'INFO' }).live()).toBeUndefined();
    const terminalForErrors = { ...emulator.io, stdout: io.stdout };
    expect(new Screen(terminalForErrors, { level: 'INFO' }).live()).toBeUndefined();
    expect(new Screen(terminalForErrors, { level: 'INFO', talk: 'stderr' }).live()).toBeDefined();
  });
});
