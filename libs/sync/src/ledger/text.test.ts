import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText, encodeText, indexedKey } from './text.js';

const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.constantFrom(0, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0x23, 0x30, 0x61, 0x66),
);
const text = fc.array(unit).map((units) => String.fromCharCode(...units));

it('gives every text back from one that every database holds', () => {
  fc.assert(
    fc.property(text, (given) => {
      const encoded = encodeText(given);
      expect(encoded.isWellFormed()).toBe(true);
      expect(encoded).not.toContain('\0');
      expect(Buffer.from(encoded).toString()).toBe(encoded);
      expect(decodeText(encoded)).toBe(given);
    }),
  );
});

it('leaves usual text alone', () => {
  for (const usual of ['', 'ada@example.com', 'Zoë 😀', '\n'])
    expect(encodeText(usual)).toBe(usual);
});

it('lets a hash stand for a long key, which no other key looks like', () => {
  const hash = (): string => 'abcd';
  const short = encodeText('x'.repeat(512));
  expect(indexedKey(short, hash)).toBe(short);
  const stands = indexedKey('x'.repeat(513), hash);
  expect(stands).toHaveLength(6);
  expect(encodeText(stands)).not.toBe(stands);
});
