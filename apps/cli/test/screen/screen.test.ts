import { describe, expect, it } from 'vitest';
import { Screen, type ScreenOptions } from '../../src/screen/screen.js';
import { capturedIo } from '../captured-io.js';

function screenOf(options: Partial<ScreenOptions> = {}, env: Record<string, string> = {}) {
  const { io, written } = capturedIo({ env });
  return { screen: new Screen(io, { level: 'INFO', ...options }), written };
}

describe('the screen', () => {
  it('shows lines from its level on, errors on stderr', () => {
    const { screen, written } = screenOf({ level: 'WARNING' });
    for (const level of ['DEBUG', 'INFO', 'WARNING', 'ERROR'] as const) screen.line(level, level);
    expect(written).toEqual({ stdout: 'WARNING\n', stderr: 'ERROR\n' });
  });

  it('that is quiet shows errors alone', () => {
    const { screen, written } = screenOf({ level: 'ERROR' });
    for (const level of ['DEBUG', 'INFO', 'WARNING', 'ERROR'] as const) screen.line(level, level);
    screen.table('INFO', { columns: [{}], rows: [['a']] });
    expect(written).toEqual({ stdout: '', stderr: 'ERROR\n' });
  });

  it('leaves stdout to data where the talk goes to stderr', () => {
    const { screen, written } = screenOf({ talk: 'stderr' });
    screen.line('INFO', 'a');
    screen.table('INFO', { columns: [{}], rows: [['b']] });
    expect(written).toEqual({ stdout: '', stderr: 'a\nb\n' });
  });

  it('never shows a secret, in lines as in tables', () => {
    const { screen, written } = screenOf({ secrets: ['hunter2-hunter2'] });
    screen.line('INFO', 'the key hunter2-hunter2');
    screen.table('INFO', {
      columns: [{}, {}],
      rows: [['hunter2-hunter2', { text: 'hunter2-hunter2', look: 'good' }]],
    });
    expect(written.stdout).toBe('the key [redacted]\n[redacted]  [redacted]\n');
  });

  it('shows what could move the cursor as an escape, before colours are added', () => {
    const { screen, written } = screenOf({ color: true });
    screen.line('INFO', '✓ \u001b[2J');
    expect(written.stdout).toBe('\u001b[32m✓\u001b[39m \\u001b[2J\n');
  });

  it('colours the beginning of a line, or all of it', () => {
    const { screen, written } = screenOf({ color: true });
    screen.line('INFO', '[STEP 4] Initializing Iterable API client...');
    screen.line('INFO', '✗ Total failures (both calls failed): 0');
    screen.line('INFO', '✗ Total failures (both calls failed): 7');
    screen.line('INFO', 'Next steps', 'strong');
    screen.line('INFO', '', 'strong');
    screen.line('ERROR', 'error[ROWS_FAILED]: 3 of 10');
    expect(written.stdout.split('\n')).toEqual([
      '\u001b[1m[STEP 4] Initializing Iterable API client...\u001b[22m',
      '\u001b[90m✗\u001b[39m Total failures (both calls failed): 0',
      '\u001b[31m✗\u001b[39m Total failures (both calls failed): 7',
      '\u001b[1mNext steps\u001b[22m',
      '',
      '',
    ]);
    expect(written.stderr).toBe('\u001b[31merror[ROWS_FAILED]:\u001b[39m 3 of 10\n');
  });

  it('has signs of ASCII where the console has no others', () => {
    const { screen, written } = screenOf({}, { LANG: 'C.latin1' });
    screen.line('INFO', '✓ Successfully processed user: a');
    expect(written.stdout).toBe('+ Successfully processed user: a\n');
  });

  it.each([
    ['of the terminal', { isTTY: true, columns: 120 }, { COLUMNS: '50' }, 120],
    ['of COLUMNS elsewhere', {}, { COLUMNS: '50' }, 50],
    ['80 where nothing tells it', {}, { COLUMNS: 'wide' }, 80],
  ] as const)('has the width %s', (_name, terminal, env, width) => {
    const { io } = capturedIo({ env });
    const screen = new Screen({ ...io, stdout: { ...io.stdout, ...terminal } }, { level: 'INFO' });
    expect(screen.style.width).toBe(width);
  });
});
