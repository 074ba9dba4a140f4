import { expect, it } from 'vitest';
import { Screen } from '../../src/screen/screen.js';
import { showList, type List } from '../../src/screen/show-list.js';
import { capturedIo } from '../captured-io.js';

function show(list: List, columns: number): string[] {
  const { io, written } = capturedIo({ env: { COLUMNS: String(columns) } });
  showList(new Screen(io, { level: 'INFO', secrets: ['hunter2-hunter2'] }), 'INFO', list);
  return written.stdout.trimEnd().split('\n');
}

const list: List = {
  items: [
    { head: 'Database', texts: ['/a/path/without/a/single/blank/that/is/long/indeed', 'here'] },
    { head: '', texts: [{ text: 'the password is hunter2-hunter2', look: 'faint' }, ''] },
  ],
  indent: 2,
};

it('shows what there is to say beside its head', () => {
  expect(show(list, 80)).toEqual([
    '  Database  /a/path/without/a/single/blank/that/is/long/indeed  here',
    '            the password is [redacted]',
  ]);
});

it('breaks what is longer than its column, and cuts nothing', () => {
  expect(show(list, 60)).toEqual([
    '  Database  /a/path/without/a/single/blank/that/is/lon  here',
    '            g/indeed',
    '            the password is [redacted]',
  ]);
});

it('shows it below its head on a narrow screen', () => {
  expect(show(list, 40)).toEqual([
    '  Database',
    '      /a/path/without/a/single/blank/tha',
    '      t/is/long/indeed',
    '      here',
    '      the password is [redacted]',
  ]);
});
