import { expect, it } from 'vitest';
import { applyEdits, indexInText, type SqlOrigin } from './sql-origin.js';

const text = 'select :plan, :a as "😀", wrong';
const origin: SqlOrigin = {
  text,
  edits: [
    { start: 7, end: 12, replacement: '$1' },
    { start: 14, end: 16, replacement: "('ten letters'::text)" },
  ],
};
const sent = applyEdits(origin);

/** As the server counts: characters, from 1. */
const positionOf = (piece: string): number =>
  Array.from(sent.slice(0, sent.indexOf(piece))).length + 1;

it('makes all edits', () => {
  expect(sent).toBe(`select $1, ('ten letters'::text) as "😀", wrong`);
});

it.each([
  ['select', 'select'],
  ['$1', ':plan'],
  [',', ', :a'],
  ["('ten", ':a'],
  ['letters', ':a'],
  ['as', 'as'],
  ['wrong', 'wrong'],
])('finds for %j of the SQL that was sent %j of the text that was written', (piece, written) => {
  expect(indexInText(origin, positionOf(piece))).toBe(text.indexOf(written));
});
