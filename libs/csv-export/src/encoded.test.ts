import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encoded } from './encoded.js';

async function chunksOf(pieces: readonly (string | Uint8Array)[]): Promise<Uint8Array[]> {
  return Array.fromAsync(encoded(from(pieces)));
}

async function* from<Piece>(pieces: readonly Piece[]): AsyncGenerator<Piece> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

it('keeps every byte in its place, for texts and bytes of any size', async () => {
  const text = fc
    .tuple(fc.constantFrom('a', 'é', '€', '😀', 'line\n'), fc.constantFrom(0, 1, 30_000, 100_000))
    .map(([unit, times]) => unit.repeat(times));
  const piece = fc.oneof(text, fc.uint8Array({ maxLength: 9 }), fc.string({ unit: 'binary' }));
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const bytes = pieces.map((part) => Buffer.from(part as string));
      expect(Buffer.concat(await chunksOf(pieces)).equals(Buffer.concat(bytes))).toBe(true);
    }),
  );
});

it('puts short texts together', async () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => `${index} some text\n`);
  const chunks = await chunksOf(lines);
  expect(Buffer.concat(chunks).toString()).toBe(lines.join(''));
  expect(chunks.length).toBeLessThan(9);
});

it('hands out memory that it does not write to again', async () => {
  const kept: { readonly chunk: Uint8Array; readonly copy: Buffer }[] = [];
  for await (const chunk of encoded(from(Array<string>(50).fill('x'.repeat(9_999))))) {
    kept.push({ chunk, copy: Buffer.from(chunk) });
  }
  expect(kept.length).toBeGreaterThan(5);
  for (const { chunk, copy } of kept) expect(copy.equals(chunk)).toBe(true);
});

it('hands out the first text at once', async () => {
  const pieces = encoded(
    (async function* () {
      yield 'header\n';
      await new Promise(() => undefined);
    })(),
  );
  const { value } = await pieces.next();
  expect(Buffer.from(value as Uint8Array).toString()).toBe('header\n');
});
