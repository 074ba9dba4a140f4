import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { atDestination } from './at-destination.js';
import { backgroundSync } from './background-sync.js';
import { fileStream } from './file-stream.js';
import type { PieceSource } from './piece-source.js';
import { publish, type Existing } from './publish.js';
import { pump } from './pump.js';

/** How a file is written. */
export interface FileOptions {
  readonly existing: Existing;
  readonly gzip: boolean;
  readonly signal: AbortSignal | undefined;
  /** The file as it was given, for messages. */
  readonly givenPath: string;
}

/** What became of the file. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Writes a file that is there whole or not at all: under a temporary name in the same folder, readable by
 * its owner only, on the disk before it gets its name.
 */
export async function writeToFile(
  source: PieceSource,
  path: string,
  options: FileOptions,
): Promise<WrittenFile> {
  const { existing, signal, givenPath } = options;
  const temporary = join(dirname(path), `.csv-${randomBytes(8).toString('hex')}.tmp`);
  try {
    const bytes = await writeNew(source, temporary, options);
    signal?.throwIfAborted();
    return { path: await atDestination(givenPath, publish(temporary, path, existing)), bytes };
  } catch (error) {
    // Should this fail too, the first error says more.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeNew(
  source: PieceSource,
  temporary: string,
  { gzip, signal, givenPath }: FileOptions,
): Promise<number> {
  const handle = await atDestination(givenPath, open(temporary, 'wx', 0o600));
  const syncing = backgroundSync(handle);
  try {
    const bytes = await pump(
      source,
      fileStream(handle, (count) => syncing.written(count)),
      {
        gzip,
        endStream: true,
        signal,
        path: givenPath,
      },
    );
    await atDestination(givenPath, syncing.settled());
    await atDestination(givenPath, handle.sync());
    return bytes;
  } finally {
    await atDestination(givenPath, handle.close());
  }
}
