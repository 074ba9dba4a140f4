import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { halfway, isBar } from './halfway.js';

describe('the progress bar', () => {
  it('is drawn in place, and its last state stands above the summary', async () => {
    const { gate, terminal } = await halfway();
    const bar = terminal.lines().find(isBar) ?? '';
    expect(bar).toMatch(/^█+░+ \d+ % · \d+\/300 · [\d.]+\/s · .* left · 0 failed · 0 retries$/);
    expect(terminal.lines().at(-1)).toBe(bar);
    gate.open();
    expect(await terminal.done).toBe(0);
    const lines = terminal.lines();
    expect(lines.filter(isBar)).toHaveLength(1);
    expect(lines.find(isBar)).toMatch(/^█+ 100 % · 300\/300 · /);
    expect(lines.findIndex(isBar)).toBeLessThan(lines.indexOf('INTEGRATION SUMMARY'));
    expect(lines.at(lines.findIndex(isBar) - 1)).toBe('[STEP 5] Processing user records...');
  });

  it('follows a terminal that gets narrower and wider, and leaves nothing behind', async () => {
    const { gate, terminal } = await halfway({ columns: 100 });
    for (const columns of [40, 100, 60, 30]) {
      terminal.resize(columns);
      const lines = await terminal.until(`a bar for ${String(columns)} columns`, (shown) => {
        const bars = shown.filter(isBar);
        const [bar = ''] = bars;
        return bars.length === 1 && bar.length < columns && shown.at(-1) === bar;
      });
      const at = lines.findIndex(isBar);
      expect(lines[at]).toMatch(/^█+░+ \d+ %/);
      // Neither has a line gone that was told, nor did anything of an earlier bar stay.
      expect(lines.slice(0, at).join('')).toMatch(/\[STEP 5\] Processing user records\.\.\.$/);
      expect(lines.slice(0, at).join('')).not.toMatch(/[█░]/);
      expect(lines.slice(at + 1)).toEqual([]);
    }
    terminal.resize(100);
    gate.open();
    expect(await terminal.done).toBe(0);
    expect(terminal.lines().filter(isBar)).toHaveLength(1);
  });

  it('fits a terminal of 40 columns', async () => {
    const { gate, terminal } = await halfway({ columns: 40 });
    expect(terminal.lines().find(isBar)).toMatch(/^█+░+ \d+ % · .* left/);
    gate.open();
    expect(await terminal.done).toBe(0);
    expect(terminal.lines().filter(isBar)).toHaveLength(1);
  });

  it('is of ASCII where the locale has no other signs', async () => {
    const { gate, terminal } = await halfway({ env: { LANG: 'en_US.ISO-8859-1' } });
    gate.open();
    expect(await terminal.done).toBe(0);
    const shown = terminal.lines().join('\n');
    expect(shown).toMatch(/^#+ 100 % - 300\/300 - /m);
    expect(shown).toContain('+ Successful (both API calls): 300');
    expect(shown).toMatch(/^[ -~\n]+$/);
  });

  it('is drawn on stderr where stdout is for data', async () => {
    const { gate, terminal } = await halfway({
      shell: 'cli run --delivery single --json >result.json',
    });
    gate.open();
    expect(await terminal.done).toBe(0);
    const result: unknown = JSON.parse(readFileSync(join(terminal.folder, 'result.json'), 'utf8'));
    expect(result).toMatchObject({ exitCode: 0, counts: { delivered: 300 } });
    expect(terminal.lines().filter(isBar)).toHaveLength(1);
  });
});
