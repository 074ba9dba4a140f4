import { EXIT } from '../exit-code.js';
import { neededNode } from '../version.js';
import type { Job } from '../run/job.js';
import { configurationFile } from './checks/configuration-file.js';
import { diskSpace } from './checks/disk-space.js';
import { fileRights } from './checks/file-rights.js';
import { ledger } from './checks/ledger.js';
import { logFile } from './checks/log-file.js';
import { nodeVersion } from './checks/node-version.js';
import { outputFolder } from './checks/output-folder.js';
import { settings as settingsHold } from './checks/settings.js';
import type { Examination, Outcome } from './examination.js';
import { privateFiles } from './private-files.js';
import type { Question } from './question.js';
import type { SettingParts } from './read-parts.js';

/** What is on this machine: Node.js, settings, files, ledger. Leaves the syncs that are examined. */
export async function examineMachine(
  exam: Examination,
  question: Question,
  settings: SettingParts,
): Promise<Outcome<readonly Job[]>> {
  const { general, generalProblems } = settings;
  const { cwd } = question.io;
  const usage = (name: string) => ({ name, exitCode: EXIT.usage });
  await exam.check(usage('Node.js'), [], () => nodeVersion(process.versions.node, neededNode()));
  await exam.check(usage('settings'), [], () =>
    settingsHold({ problems: generalProblems, found: settingsText(settings), make: () => true }),
  );
  const jobs = await exam.check(usage('configuration file'), [], () => configurationFile(question));
  await exam.check(usage('file rights'), [], () => fileRights(privateFiles(settings, cwd)));
  const folder = await exam.check(usage('output folder'), [], () =>
    outputFolder(general.outputDir, cwd),
  );
  await exam.check(usage('disk'), [folder], ([there]) => diskSpace(there));
  await exam.check(usage('log file'), [], () => logFile(general.log.file, cwd));
  await exam.check({ name: 'ledger', exitCode: EXIT.database }, [], (_, signal) =>
    ledger(general.ledgerUrl, cwd, signal),
  );
  return jobs;
}

/** Which sources the settings come from. */
function settingsText({ loaded: { origins } }: SettingParts): string {
  const places = Object.values(origins).flatMap((origin) => {
    if (origin.from === 'dotenv') return [origin.name];
    if (origin.from === 'flag') return ['flags'];
    return origin.from === 'environment' || origin.from === 'file' ? [origin.from] : [];
  });
  const named = [...new Set(places)].sort();
  return named.length === 0 ? 'all by default' : `from ${named.join(', ')}, and defaults`;
}
