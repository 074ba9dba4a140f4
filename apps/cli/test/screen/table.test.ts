import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { styleOf } from '../../src/screen/style.js';
import { drawTable, type Table } from '../../src/screen/table.js';

function draw(table: Table, columns: number, env: Record<string, string> = {}): string[] {
  const output = { write: () => undefined, isTTY: true, columns };
  return drawTable(table, styleOf({ output, env: { NO_COLOR: '1', ...env } }, 'linux'));
}

const calls: Table = {
  columns: [
    { title: 'Operation' },
    { title: 'Calls', align: 'right' },
    { title: 'Why', narrow: 'wrap' },
    { title: 'p99', align: 'right', narrow: 'drop' },
  ],
  rows: [
    ['users/update', '12,345', 'the server did not answer in time', '250 ms'],
    ['events/track', '1', '', '9 ms'],
  ],
};

describe('a table', () => {
  it('has its columns side by side, numbers to the right', () => {
    expect(draw(calls, 80)).toEqual([
      'Operation      Calls  Why                                   p99',
      'users/update  12,345  the server did not answer in time  250 ms',
      'events/track       1                                       9 ms',
    ]);
  });

  it('leaves columns out and wraps where it is too wide', () => {
    expect(draw(calls, 40)).toEqual([
      'Operation      Calls  Why',
      'users/update  12,345  the server did not',
      '                      answer in time',
      'events/track       1',
    ]);
  });

  it('cuts what may be cut', () => {
    const table: Table = {
      columns: [{ narrow: 'cut' }, {}],
      rows: [['a'.repeat(50), 'kept']],
    };
    expect(draw(table, 20)).toEqual([`${'a'.repeat(13)}…  kept`]);
    expect(draw(table, 20, { LANG: 'C.latin1' })).toEqual([`${'a'.repeat(11)}...  kept`]);
  });

  it('breaks a word that is longer than its column, and loses none of it', () => {
    const table: Table = { columns: [{}, { narrow: 'wrap' }], rows: [['at', '/a/b'.repeat(8)]] };
    expect(draw(table, 20)).toEqual(['at  /a/b/a/b/a/b/a/b', '    /a/b/a/b/a/b/a/b']);
  });

  it('without heads has no line of heads, and can be indented', () => {
    expect(draw({ columns: [{}, {}], rows: [['a', 'b']], indent: 2 }, 80)).toEqual(['  a  b']);
  });

  it('counts what characters take on the screen, and never what colours take', () => {
    const table: Table = {
      columns: [{}, {}],
      rows: [
        [{ text: '日本', look: 'good' }, '1'],
        ['abcd', '2'],
      ],
    };
    const lines = draw(table, 80, { NO_COLOR: '', FORCE_COLOR: '1' });
    expect(lines[0]).toContain('\u001b[32m日本\u001b[39m  1');
    expect(lines.map((line) => stringWidth(line))).toEqual([7, 7]);
  });

  it('lets no cell move the cursor or break a line', () => {
    expect(draw({ columns: [{}], rows: [['a\nb\u001b[2J']] }, 80)).toEqual(['a ⏎ b\\u001b[2J']);
  });

  it.each([200, 80, 60, 40, 30])('is never wider than %i columns', (width) => {
    for (const line of draw(calls, width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  });
});
