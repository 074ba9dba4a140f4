import { join } from 'node:path';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';
import type { InitResult } from './init-result.js';
import type { PlannedFile } from './planned-files.js';
import { writeNewFile } from './write-new-file.js';

/**
 * Writes files where there are none.
 *
 * @throws CliError where one can't be written; those before it are there, whole
 */
export function writeFiles(folder: string, files: readonly PlannedFile[]): InitResult['files'] {
  const done: { path: string; state: 'written' | 'kept' }[] = [];
  for (const { path, text, mode } of files) {
    try {
      done.push({ path, state: writeNewFile(join(folder, path), text, mode) });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const before = done.filter(({ state }) => state === 'written').map((file) => file.path);
      const rest = before.length === 0 ? 'Nothing was written' : `Written: ${before.join(', ')}`;
      throw new CliError(
        'OUTPUT_DIR',
        EXIT.usage,
        `${join(folder, path)} can't be written (${code ?? String(error)}). ${rest}. ` +
          'Name a folder that you may write to with --folder; what is there already is kept.',
        { cause: error },
      );
    }
  }
  return done;
}
