import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLACE = /(file:\/\/[^\s:?]+)(?:\?[^\s:]*)?:(\d+)/g;

/** `file:line` of the code that an error comes from, as far as its stack tells it. */
export function placeOfError(error: unknown, cwd: string): string | undefined {
  // Where this program throws, the mistake is in the code that called it.
  const program = new URL('.', import.meta.resolve('@org/cli')).href;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const [, url = '', line = ''] of stack.matchAll(PLACE)) {
    if (!url.startsWith(program)) return `${relative(cwd, fileURLToPath(url))}:${line}`;
  }
  return undefined;
}
