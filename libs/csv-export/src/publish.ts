import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { suffixed } from './suffixed.js';

/** What is done where the name is taken. */
export type Existing = 'refuse' | 'replace' | 'suffix';

/** So many names are tried with `'suffix'`. */
const MOST_NAMES = 10_000;

/**
 * Gives a finished temporary file of the same folder its name, in one step, and sees that the name is on
 * the disk. Unless asked to replace, no file that is there is touched, however late it came.
 *
 * @returns the name it has now.
 * @throws what the file system throws: EEXIST where the name is taken.
 */
export async function publish(
  temporary: string,
  path: string,
  existing: Existing,
): Promise<string> {
  const name = existing === 'replace' ? path : await linkToFreeName(temporary, path, existing);
  if (existing === 'replace') await rename(temporary, path);
  await rm(temporary, { force: true });
  await syncFolder(dirname(name));
  return name;
}

async function linkToFreeName(
  temporary: string,
  path: string,
  existing: 'refuse' | 'suffix',
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? path : suffixed(path, number);
    try {
      await linkNew(temporary, name);
      return name;
    } catch (error) {
      const isTaken = hasCode(error, ['EEXIST']);
      if (!isTaken || existing === 'refuse' || number === MOST_NAMES) throw error;
    }
  }
}

/** What file systems without hard links answer. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** `rename` would replace what is there; `link` fails with EEXIST. */
async function linkNew(temporary: string, name: string): Promise<void> {
  try {
    await link(temporary, name);
  } catch (error) {
    if (!hasCode(error, NO_LINKS)) throw error;
    // An empty file takes the name, if it is free, and is replaced at once.
    await (await open(name, 'wx', 0o600)).close();
    await rename(temporary, name);
  }
}

/** Folders that cannot be opened or synced: on Windows, on some network drives, without the right to read. */
const NO_SYNC = ['EACCES', 'EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EBADF'];

async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!hasCode(error, NO_SYNC)) throw error;
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}
