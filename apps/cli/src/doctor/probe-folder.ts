import { mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes sure that files can be made in a folder, by making a folder there and taking it away again.
 *
 * @throws the error of the file system
 */
export function probeFolder(folder: string): void {
  rmdirSync(mkdtempSync(join(folder, '.iterable-sync-')));
}
