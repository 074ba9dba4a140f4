import { loadProject } from '../project/load-project.js';
import type { Project } from '../project/project.js';
import { settingsFromFlags } from '../program/setting-flags.js';
import type { CommonOptions } from '../program/common-flags.js';
import type { Io } from '../io.js';
import { redactor } from '../log/redactor.js';
import type { Job } from '../run/job.js';
import { chooseSync, type SyncChoice } from '../project/choose-sync.js';
import type { ConfigOf, ConfigPart } from './config.js';
import { ConfigurationError } from './configuration-error.js';
import { resolveConfig } from './resolve-config.js';
import type { SettingSources } from './load-settings.js';

/** Where the settings of a command come from. */
export function sourcesOf(options: CommonOptions, io: Io): SettingSources {
  return {
    cwd: io.cwd,
    env: io.env,
    flags: settingsFromFlags(options),
    ...(options.dotenv !== undefined && { envFile: options.dotenv }),
  };
}

/**
 * The settings and the syncs of a command, as far as it needs them.
 *
 * @throws ConfigurationError with every problem that was found
 */
export async function requireProject<Part extends ConfigPart>(
  options: CommonOptions,
  io: Io,
  parts: readonly Part[],
): Promise<{ readonly config: ConfigOf<Part>; readonly project: Project }> {
  const { config, problems } = resolveConfig(sourcesOf(options, io), parts);
  const { project, problems: more } = await loadProject({
    cwd: io.cwd,
    ...(options.config !== undefined && { file: options.config }),
  });
  const all = [...problems, ...more];
  if (all.length > 0) throw configurationError(all, config);
  return { config, project };
}

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
  const { config, problems } = resolveConfig(sourcesOf(options, io), parts);
  const { project, problems: more } = await loadProject({
    cwd: io.cwd,
    ...(options.config !== undefined && { file: options.config }),
  });
  // Where the file is wrong there are no syncs to choose from.
  const chosen = more.length > 0 ? { problems: [] } : chooseSync(project, choice);
  const all = [...problems, ...more, ...('problems' in chosen ? chosen.problems : [])];
  if (all.length > 0 || !('job' in chosen)) throw configurationError(all, config);
  return { config, job: chosen.job };
}

/** Code of a configuration file may put anything into its errors. */
function configurationError(problems: readonly string[], { secrets }: ConfigOf<never>) {
  return new ConfigurationError(problems.map(redactor(secrets)));
}
