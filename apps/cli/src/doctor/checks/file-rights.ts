import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../shown-path.js';
import { ok, skipped, warning, type Finding } from '../finding.js';

/** What may be read by their owner alone. */
export interface PrivateFiles {
  /** Files that may be there: settings, log, ledger. */
  readonly files: readonly string[];
  /** The folder of the files that runs leave. */
  readonly outputDir: string;
  /** The folder that paths are told from. */
  readonly cwd: string;
}

const OUTPUT = /^(query_results|integration_results|integration_failures)_.*\.(csv|json|ndjson)$/;
/** What group and others may do. */
const OTHERS = 0o077;
/** Files that are named. */
const SHOWN = 3;

/** Whether files with secrets or personal data can be read by others. */
export function fileRights({ files, outputDir, cwd }: PrivateFiles): Finding {
  if (process.platform === 'win32') return skipped('Windows has no such rights');
  const there = [...files, ...outputsIn(outputDir)].flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? [{ path: shownPath(path, cwd), mode: found.mode & 0o777 }] : [];
  });
  const open = there.filter(({ mode }) => (mode & OTHERS) !== 0);
  if (open.length === 0) {
    if (there.length === 0) return ok('there is no file yet that others must not read');
    return ok(`${counted(there.length)} with secrets or personal data, for their owner only`);
  }
  const named = open
    .slice(0, SHOWN)
    .map(({ path, mode }) => `${path} (${mode.toString(8).padStart(4, '0')})`);
  const more = open.length > SHOWN ? [`and ${String(open.length - SHOWN)} more`] : [];
  return warning(
    `others can read ${[...named, ...more].join(', ')}`,
    `chmod 600 ${open.map(({ path }) => quoted(path)).join(' ')}`,
  );
}

function outputsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => OUTPUT.test(name))
      .map((name) => join(folder, name));
  } catch {
    // Another check tells of a folder that can't be read.
    return [];
  }
}

function counted(count: number): string {
  return count === 1 ? 'one file' : `${String(count)} files`;
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
