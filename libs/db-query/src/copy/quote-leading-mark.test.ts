import { expect, it } from 'vitest';
import { quoteLeadingMark } from './quote-leading-mark.js';

async function quoted(text: string, size: number): Promise<string> {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) {
      yield await Promise.resolve(bytes.subarray(at, at + size));
    }
  }
  const pieces = await Array.fromAsync(quoteLeadingMark(chunks(), { delimiter: ';', quote: "'" }));
  return Buffer.concat(pieces).toString();
}

it.each([
  ['\ufeffname;2\n3;4\n', "'\ufeffname';2\n3;4\n"],
  ['\ufeff\n3\n', "'\ufeff'\n3\n"],
  ['1;\ufeffname\n3;4\n', '1;\ufeffname\n3;4\n'],
  // Begins as the mark does, and is another character.
  ['\ufefcname;2\n', '\ufefcname;2\n'],
  ['', ''],
  ['\ufeffwithout an end', '\ufeffwithout an end'],
])('makes %j into %j, however the bytes are cut', async (text, expected) => {
  for (const size of [1, 2, 3, 4, 7, 1000]) expect(await quoted(text, size)).toBe(expected);
});
