import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';

/**
 * A stream into an open file, which it leaves open: whoever opened it syncs it, closes it and hears what
 * went wrong there. A stream of `FileHandle.createWriteStream` would have to close it itself.
 *
 * @param onWritten - Told the bytes of each write; what it throws fails the stream.
 */
export function fileStream(
  handle: FileHandle,
  onWritten: (bytes: number) => void = () => undefined,
): Writable {
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      handle
        .appendFile(chunk)
        .then(() => onWritten(chunk.length))
        .then(() => done(), done);
    },
  });
}
