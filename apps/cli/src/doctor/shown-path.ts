import { relative } from 'node:path';

/** A path as people would type it: from the folder that they are in, where it is below that. */
export function shownPath(path: string, cwd: string): string {
  const from = relative(cwd, path);
  if (from === '') return '.';
  return from.startsWith('..') ? path : from;
}
