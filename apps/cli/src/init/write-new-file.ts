import {
  linkSync,
  mkdirSync,
  openSync,
  closeSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/** What became of a file that was to be written. */
export type FileState = 'written' | 'kept';

/**
 * Writes a file where there is none, whole or not at all. What is there is kept, however late it came.
 *
 * @param mode the rights of the file
 * @throws what the file system throws
 */
export function writeNewFile(path: string, text: string, mode: number): FileState {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.iterable-sync-${randomUUID()}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode, flush: true });
    linkNew(temporary, path, mode);
    return 'written';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'kept';
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** What file systems without hard links answer. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** `rename` would replace what is there; `link` fails with EEXIST. */
function linkNew(temporary: string, path: string, mode: number): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!NO_LINKS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    // An empty file takes the name, if it is free, and is replaced at once.
    closeSync(openSync(path, 'wx', mode));
    renameSync(temporary, path);
  }
}
