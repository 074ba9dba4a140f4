import { closeSync, constants, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { failed, ok, type Finding } from '../finding.js';
import { probeFolder } from '../probe-folder.js';
import { shownPath } from '../shown-path.js';

/** Whether the log can be written; nothing is written to it. */
export function logFile(file: string, cwd: string): Finding {
  const shown = shownPath(file, cwd);
  try {
    if (!statSync(file, { throwIfNoEntry: false })) {
      probeFolder(dirname(file));
      return ok(`${shown} is not there yet: the first run makes it`);
    }
    const { O_APPEND, O_WRONLY, O_NONBLOCK = 0 } = constants;
    closeSync(openSync(file, O_APPEND | O_WRONLY | O_NONBLOCK));
    return ok(shown);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return failed(
      `${shown} can't be written (${code ?? String(error)})`,
      'name a file in a folder that you may write to: LOG_FILE or --log-file',
    );
  }
}
