import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { CsvError } from './csv-error.js';
import { destinationError } from './to-destination-error.js';

/** What is at a path, as far as writing a CSV goes. */
export type Destination =
  | { readonly kind: 'new' | 'pipe' | 'device' }
  | { readonly kind: 'file'; /** Behind any links. */ readonly realPath: string };

/** @throws CsvError where no CSV can be written there; else what the file system throws. */
export async function inspectDestination(path: string): Promise<Destination> {
  const stats = await statIfThere(path);
  if (stats === undefined) {
    if (path.endsWith('/') || path.endsWith(sep)) throw destinationError('EISDIR', path);
    // Throws ENOENT where the folder is missing.
    await stat(dirname(path));
    return { kind: 'new' };
  }
  if (stats.isFile()) return { kind: 'file', realPath: await realpath(path) };
  if (stats.isFIFO()) return { kind: 'pipe' };
  if (stats.isCharacterDevice()) return { kind: 'device' };
  if (stats.isDirectory()) throw destinationError('EISDIR', path);
  throw new CsvError(
    'CSV_KIND',
    `A CSV cannot be written to '${path}', which is a socket or a block device. ` +
      "For standard output pass '-'.",
    { path },
  );
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
