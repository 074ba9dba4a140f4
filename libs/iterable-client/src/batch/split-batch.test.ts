import { expect, it } from 'vitest';
import { splitBatch } from './split-batch.js';

it.each([
  ['halves', 'abcd', '', ['ab', 'cd']],
  ['halves, the first the larger', 'abc', '', ['ab', 'c']],
  ['one alone', 'a', '', ['a']],
  ['suspects last', 'abcd', 'bc', ['ad', 'bc']],
  ['halves where all are suspects', 'abcd', 'abcd', ['ab', 'cd']],
  ['halves where the suspects are others', 'abcd', 'x', ['ab', 'cd']],
])('makes %s', (_, items, suspects, parts) => {
  expect(splitBatch([...items], new Set(suspects)).map((part) => part.join(''))).toEqual(parts);
});
