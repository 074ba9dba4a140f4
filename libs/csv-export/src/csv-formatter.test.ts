import { expect, it } from 'vitest';
import { csvFormatter } from './csv-formatter.js';
import { noObservations } from './observations.js';
import { resolveFormatOptions } from './resolve-format-options.js';

const formatter = () =>
  csvFormatter(resolveFormatOptions('test', { columns: ['a'] }), noObservations());

it('gives a piece for every hundred rows, and what is left at the end', () => {
  const { add, rest } = formatter();
  const pieces = Array.from({ length: 250 }, (_, index) => add([String(index)]));
  const given = [...pieces.keys()].filter((index) => pieces[index] !== undefined);
  expect(given).toEqual([99, 199]);
  expect(rest().split('\n')).toHaveLength(51);
  expect(rest()).toBe('');
});

it('gives a piece at once where the rows are long, and counts anew', () => {
  const { add } = formatter();
  const long = 'x'.repeat(40_000);
  expect(add([long])).toBeUndefined();
  expect(add([long])).toHaveLength(80_002);
  expect(add([long])).toBeUndefined();
});
