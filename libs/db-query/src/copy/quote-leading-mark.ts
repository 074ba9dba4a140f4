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
    if (mayBeginWithMark(head)) {
      const end = cellEnd(head, delimiter);
      if (end < 0) continue;
      const mark = Buffer.from(quote);
      yield Buffer.concat([mark, head.subarray(0, end), mark, head.subarray(end)]);
    } else {
      yield head;
    }
    head = undefined;
  }
  // The server ends every line; were one not ended, its bytes would have to come out all the same.
  if (head !== undefined && head.length > 0) yield head;
}

/** Begins with the mark, or is a part of it so far. */
function mayBeginWithMark(head: Buffer): boolean {
  return MARK.subarray(0, head.length).equals(head.subarray(0, MARK.length));
}

function cellEnd(line: Buffer, delimiter: string): number {
  const ends = [line.indexOf(delimiter), line.indexOf('\n')].filter((index) => index >= 0);
  return ends.length === 0 ? -1 : Math.min(...ends);
}
