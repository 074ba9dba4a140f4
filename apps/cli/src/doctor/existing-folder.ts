import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The folder itself, or where it is not there yet, the one in which it would be made.
 *
 * @throws the error of the file system, `ENOTDIR` where a part of the path is a file
 */
export function existingFolder(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return folder;
  if (found) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' });
  return existingFolder(dirname(folder));
}
