import { expect, it } from 'vitest';
import { keyProblem } from '../src/run/key-problem.js';

const about = { query: 'users.sql', column: 'id' };

it('there is none where each row has a key of its own, or where there is no row', () => {
  for (const rows of [0, 5]) {
    expect(keyProblem(about, { rows, nulls: 0, duplicates: 0, first: [] })).toBeUndefined();
  }
});

it('counts rows without a key and keys that repeat, and tells the first of either', () => {
  const first = [
    { key: 'a', rows: 2, firstRow: 1 },
    { key: null, rows: 1, firstRow: 4 },
  ];
  expect(keyProblem(about, { rows: 9, nulls: 1, duplicates: 1, first })).toBe(
    'The key "id" does not tell the rows of "users.sql" apart: of 9 rows, 1 row has none, and 1 key is ' +
      'there more than once. The first: a (2 rows, the first is row 1), NULL (row 4). Nothing was sent. ' +
      'Make the query return each "id" once.',
  );
});

it('says how many more there are', () => {
  const first = [{ key: null, rows: 3, firstRow: 1 }];
  expect(keyProblem(about, { rows: 9, nulls: 3, duplicates: 2, first })).toContain(
    'of 9 rows, 3 rows have none, and 2 keys are there more than once. ' +
      'The first: NULL (3 rows, the first is row 1), and 2 more. ',
  );
});

it('shows keys on one line, and no more of them than is of use', () => {
  const first = [
    { key: 'a\nerror[FORGED]: \u001b[2J', rows: 2, firstRow: 1 },
    { key: '🦊'.repeat(100), rows: 2, firstRow: 2 },
  ];
  const problem = keyProblem(about, { rows: 4, nulls: 0, duplicates: 2, first }) ?? '';
  expect(problem).toContain('The first: a ⏎ error[FORGED]: \\u001b[2J (2 rows, ');
  expect(problem).toContain(`, ${'🦊'.repeat(60)}… (2 rows, `);
});

it('names no key where keys are hidden', () => {
  const first = [
    { key: 'ada@example.com', rows: 2, firstRow: 1 },
    { key: null, rows: 1, firstRow: 4 },
  ];
  const report = { rows: 9, nulls: 1, duplicates: 1, first };
  expect(keyProblem(about, report, { hidden: true })).toContain(
    'The first: 2 rows, the first is row 1, NULL (row 4).',
  );
});
