import { describe, expect, it } from 'vitest';
import type { Reply } from '../transport/reply.js';
import { readText } from './read-text.js';

const bytes = new TextEncoder().encode('Ada ✓');

describe.each<[string, () => Reply]>([
  ['that is read', () => new Response(bytes)],
  ['that is there as a whole', () => Object.assign(new Response(null), { whole: bytes })],
])('a body %s', (_, reply) => {
  it.each([
    [8, 'Ada ✓', true],
    [7, 'Ada ✓', true],
    [4, 'Ada ', false],
    [0, '', false],
  ])('up to %i bytes', async (maxBytes, text, whole) => {
    expect(await readText(reply(), maxBytes)).toEqual({ text, whole });
  });
});

it('reads nothing where there is no body', async () => {
  expect(await readText(new Response(null), 0)).toEqual({ text: '', whole: true });
});
