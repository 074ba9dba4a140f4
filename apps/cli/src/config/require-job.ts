import type { Io } from '../io.js';
import type { CommonOptions } from '../program/common-flags.js';
import { chooseSync, type SyncChoice } from '../project/choose-sync.js';
import type { Job } from '../run/job.js';
import type { ConfigOf, ConfigPart } from './config.js';
import { ConfigurationError } from './configuration-error.js';
import { dotenvHint } from './dotenv-hint.js';
import { readConfiguration } from './read-configuration.js';

/**
 * The settings of a command, and the job of the sync that it is about.
 *
 * @throws ConfigurationError with every problem that was found
 */
export async function requireJob<Part extends ConfigPart>(
  options: CommonOptions,
  choice: SyncChoice,
  io: Io,
  parts: readonly Part[],
): Promise<{ readonly config: ConfigOf<Part>; readonly job: Job }> {
  const read = await readConfiguration(options, io, parts);
  const { config, project, problems, projectProblems } = read;
  // Where the file is wrong there are no syncs to choose from.
  const chosen = projectProblems.length > 0 ? { problems: [] } : chooseSync(project, choice);
  const all = [...problems, ...projectProblems, ...('problems' in chosen ? chosen.problems : [])];
  if (all.length > 0 || !('job' in chosen)) {
    throw new ConfigurationError(all, dotenvHint(read.loaded, io.cwd));
  }
  return { config, job: chosen.job };
}
