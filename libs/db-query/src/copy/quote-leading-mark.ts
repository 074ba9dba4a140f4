const MARK = Buffer.from('\ufeff');

/** Quotes the first cell where it begins with U+FEFF: a reader would take that for a mark. */
export async function* quoteLeadingMark(
  chunks: AsyncIterable<Uint8Array>,
  { delimiter, quote }: { readonly delimiter: string; readonly quote: string },
): AsyncGenerator<Uint8Array, void, undefined> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const isMark = head.subarray(0, MARK.length).equals(MARK);
    const end = isMark ? cellEnd(head, delimiter) : 0;
    if (end < 0) continue;
    yield isMark
      ? Buffer.concat([
          Buffer.from(quote),
          head.subarray(0, end),
          Buffer.from(quote),
          head.subarray(end),
        ])
      : head;
    head = undefined;
  }
}

function cellEnd(line: Buffer, delimiter: string): number {
  const ends = [line.indexOf(delimiter), line.indexOf('\n')].filter((index) => index >= 0);
  return ends.length === 0 ? -1 : Math.min(...ends);
}
