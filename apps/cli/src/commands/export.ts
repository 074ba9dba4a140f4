import { basename, resolve } from 'node:path';
import { requireJob } from '../config/require-job.js';
import { CliError } from '../errors/cli-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { ExportOptions } from '../program/export.js';
import { choiceOf } from '../program/sync-flags.js';
import { exportCsv, type CsvTarget } from '../run/export-csv.js';
import { openSnapshot } from '../run/open-snapshot.js';
import { csvPath, requireWritableFolder } from '../run/output-files.js';
import { readerLeft } from '../run/reader-left.js';
import { counted } from '../screen/counted.js';
import { inSession } from '../session/in-session.js';

/** What the CSV of stdout is called. */
const STDOUT = '-';

/** `iterable-sync export`. */
export async function exportRows(
  name: string | undefined,
  options: ExportOptions,
  io: Io,
): Promise<ExitCode> {
  const { output, existing, json } = options;
  const toStdout = output === STDOUT;
  if (toStdout && (json ?? existing !== undefined)) {
    const other = json ? '--json' : '--existing';
    throw new CliError('USAGE', EXIT.usage, `--output - and ${other} don't go together; keep one`);
  }
  const { config, job } = await requireJob(options, choiceOf(name, options), io, ['database']);
  const talk = toStdout || json ? 'stderr' : 'stdout';
  return inSession(config, { ...options, talk }, io, async (session) => {
    const { narrator, interrupt, now, result } = session;
    narrator.step('1', 'Loading configuration');
    if (output === undefined) requireWritableFolder(config.outputDir);
    narrator.info('Configuration is valid');
    await using source = await openSnapshot(job, config, session);
    narrator.step('4.5', 'Exporting query results to CSV');
    const target: CsvTarget = {
      path: pathOf(output, io.cwd) ?? csvPath(config.outputDir, new Date(now())),
      existing: existing ?? (output === undefined ? 'suffix' : 'refuse'),
      signal: interrupt.stop,
    };
    try {
      const { path, rows, bytes, warnings } = await exportCsv(source, job.query, target);
      narrator.info(
        `Exported ${counted(rows, 'record')} to CSV: ${path ? basename(path) : 'stdout'}`,
      );
      for (const { message } of warnings) narrator.warning(`⚠ CSV: ${message}`);
      result({ schemaVersion: 1, sync: job.name, file: path, rows, bytes, warnings });
    } catch (error) {
      if (!readerLeft(error, target.path)) throw error;
    }
    return EXIT.ok;
  });
}

function pathOf(output: string | undefined, cwd: string): string | undefined {
  return output === undefined || output === STDOUT ? output : resolve(cwd, output);
}
