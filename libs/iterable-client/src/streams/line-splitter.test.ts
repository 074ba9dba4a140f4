import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineSplitter } from './line-splitter.js';

/** The lines of bytes that come in pieces. */
function linesOf(pieces: readonly Uint8Array[]): string[] {
  const splitter = new LineSplitter();
  const found = pieces.flatMap((piece) => splitter.push(piece) ?? ['too long']);
  return [...found, ...(splitter.end() ?? ['too long'])];
}

const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\r\n]/.test(text));

it('finds the same lines however the bytes are cut', () => {
  fc.assert(
    fc.property(
      fc.array(line),
      fc.constantFrom('\n', '\r\n', '\n\n'),
      fc.boolean(),
      fc.array(fc.nat(64)),
      (lines, end, lastEnds, sizes) => {
        const bytes = Buffer.from(lines.join(end) + (lastEnds ? end : ''));
        const pieces: Uint8Array[] = [];
        let from = 0;
        for (const size of sizes) pieces.push(bytes.subarray(from, (from += size)));
        // A mark of the byte order is no part of the first line.
        const [first = '', ...others] = lines;
        const plain = [first.replace(/^\uFEFF/, ''), ...others].filter((each) => each !== '');
        expect(linesOf([...pieces, bytes.subarray(from)])).toEqual(plain);
      },
    ),
  );
});

it('gives up on a line that nobody could hold', () => {
  const splitter = new LineSplitter();
  const piece = Buffer.alloc(1024 * 1024, 'x');
  const pushed = Array.from({ length: 17 }, () => splitter.push(piece));
  expect(pushed.slice(0, 16)).toEqual(Array(16).fill([]));
  expect(pushed[16]).toBeUndefined();
});
