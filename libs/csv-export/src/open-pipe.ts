import { close, constants, open } from 'node:fs';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { toDestinationError } from './to-destination-error.js';

const POLL_MS = 50;

/** Unlike a `FileHandle`, it gives a number that a socket can own. */
const openNow = promisify(open);

/**
 * Opens a named pipe once somebody reads from it. A blocking `open` would hold a thread that no signal can
 * free, and so would a blocking `write`: a socket writes as the reader reads.
 *
 * @throws the signal's reason, or a CsvError.
 */
export async function openPipe(path: string, signal: AbortSignal | undefined): Promise<Writable> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return toSocket(await openNow(path, constants.O_WRONLY | constants.O_NONBLOCK));
    } catch (error) {
      const isWaiting = (error as NodeJS.ErrnoException).code === 'ENXIO';
      if (!isWaiting) throw toDestinationError(error, path);
    }
    await sleep(POLL_MS, undefined, { ...(signal && { signal }) }).catch(() => undefined);
  }
}

function toSocket(fd: number): Socket {
  try {
    return new Socket({ fd, readable: false, writable: true });
  } catch (error) {
    close(fd);
    throw error;
  }
}
