import { expect, it } from 'vitest';
import { halfSipHash } from './half-sip-hash.js';

/** The bytes 0, 1, 2, … as a text of 16-bit units, low byte first. */
const bytes = (count: number): string =>
  Buffer.from(Array.from({ length: count }, (_, index) => index)).toString('utf16le');

function hashed(text: string, low = 0x03020100, high = 0x07060504): string {
  const halves = new Uint32Array(2);
  halfSipHash(text, { low, high }, halves);
  return Buffer.from(halves.buffer).toString('hex');
}

it.each([
  [0, '218d1f59b9b83cc8'],
  [2, '064f39ef7c50eb57'],
  [4, 'd5e78a175be52ea1'],
  [6, 'ce3e91358aa2bc25'],
  [8, 'edfee820bce4858c'],
  [10, '95b0469f06a6f2ee'],
  [12, '7bc71f9faef5c799'],
  [14, '3bb1a870eae8e658'],
  [16, '7336aad25f7bf3b5'],
])("gives the authors' value for %d bytes and the key 0, 1, …, 7", (count, expected) => {
  expect(hashed(bytes(count))).toBe(expected);
});

it('tells texts apart that differ in one unit, in their length only, or in their key', () => {
  const texts = ['', '\0', '\0\0', '\0\0\0', 'a', 'a\0', 'b', 'ab', 'ba', 'ā', 'a'.repeat(40_000)];
  const all = texts.flatMap((text) => [hashed(text), hashed(text, 1, 2)]);
  expect(new Set(all).size).toBe(2 * texts.length);
});
