import { existingFolder } from '../existing-folder.js';
import { failed, ok, type Finding } from '../finding.js';
import { probeFolder } from '../probe-folder.js';
import { shownPath } from '../shown-path.js';

/** Whether files can be written to a folder, or to the one in which it would be made. */
export function outputFolder(folder: string, cwd: string): Finding<string> {
  const shown = folder === cwd ? 'this folder' : shownPath(folder, cwd);
  try {
    const there = existingFolder(folder);
    probeFolder(there);
    const found = there === folder ? shown : `${shown} is not there yet: the first run makes it`;
    return ok(found, { value: there });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return failed(
      `${shown} can't be written (${code ?? String(error)})`,
      'name a folder that you may write to: OUTPUT_DIR or --output-dir',
    );
  }
}
