import { open } from 'node:fs/promises';
import { atDestination } from './at-destination.js';
import { fileStream } from './file-stream.js';
import { inspectDestination } from './inspect-destination.js';
import { openPipe } from './open-pipe.js';
import type { PieceSource } from './piece-source.js';
import { pump } from './pump.js';
import type { ResolvedDestination } from './resolve-destination-options.js';
import { destinationError } from './to-destination-error.js';
import { writeToFile, type WrittenFile } from './write-to-file.js';

/** Writes to whatever is at a path, or to a new file. */
export async function writeToPath(
  source: PieceSource,
  path: string,
  { existing, gzip, signal }: ResolvedDestination,
): Promise<WrittenFile> {
  const flow = { gzip, endStream: true, signal, path };
  const found = await atDestination(path, inspectDestination(path));
  switch (found.kind) {
    case 'new':
      return writeToFile(source, path, { existing, gzip, signal, givenPath: path });
    case 'file': {
      if (existing === 'refuse') throw destinationError('EEXIST', path);
      const isReplaced = existing === 'replace';
      const target = isReplaced ? found.realPath : path;
      const written = await writeToFile(source, target, {
        existing,
        gzip,
        signal,
        givenPath: path,
      });
      return isReplaced ? { ...written, path } : written;
    }
    case 'pipe': {
      const pipe = await openPipe(path, signal);
      return { path, bytes: await pump(source, pipe, flow) };
    }
    case 'device': {
      const handle = await atDestination(path, open(path, 'r+'));
      try {
        return { path, bytes: await pump(source, fileStream(handle), flow) };
      } finally {
        await atDestination(path, handle.close());
      }
    }
  }
}
