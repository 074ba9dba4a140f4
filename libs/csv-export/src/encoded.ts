/** Each write costs as much as some thousand characters: they go together. */
const CHUNK_BYTES = 32_768;
/** The most bytes of a UTF-16 code unit in UTF-8. */
const BYTES_PER_UNIT = 3;
const NONE = Buffer.alloc(0);

/**
 * The texts in UTF-8, many short ones in a chunk; what is bytes already stays as it is. The first piece
 * goes alone, so that a destination that takes nothing is known before the second one is there.
 */
export async function* encoded(
  pieces: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let chunk = NONE;
  let length = 0;
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst || typeof piece !== 'string') {
      if (length > 0) yield chunk.subarray(0, length);
      // What was handed out may be in use still.
      chunk = NONE;
      length = 0;
      yield typeof piece === 'string' ? Buffer.from(piece) : piece;
      isFirst = false;
      continue;
    }
    const most = BYTES_PER_UNIT * piece.length;
    if (length + most > chunk.length) {
      if (length > 0) yield chunk.subarray(0, length);
      chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, most));
      length = 0;
    }
    length += chunk.write(piece, length);
  }
  if (length > 0) yield chunk.subarray(0, length);
}
