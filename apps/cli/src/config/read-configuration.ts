import type { Io } from '../io.js';
import { redactor } from '../log/redactor.js';
import type { CommonOptions } from '../program/common-flags.js';
import { loadProject } from '../project/load-project.js';
import type { Project } from '../project/project.js';
import type { ConfigPart } from './config.js';
import { readSettings } from './read-settings.js';
import type { ResolvedConfig } from './resolve-config.js';

/** Settings and syncs, whole only where there are no problems. */
export interface Configuration<Part extends ConfigPart> extends ResolvedConfig<Part> {
  readonly project: Project;
  /** What is wrong with the configuration file; `problems` are those of the settings. */
  readonly projectProblems: readonly string[];
}

/** Reads settings and syncs of a command, and all that is wrong with them. Opens nothing. */
export async function readConfiguration<Part extends ConfigPart>(
  options: CommonOptions,
  io: Pick<Io, 'cwd' | 'env'>,
  parts: readonly Part[],
): Promise<Configuration<Part>> {
  const { config: file } = options;
  const resolved = readSettings(options, io, parts);
  const { project, problems } = await loadProject({
    cwd: io.cwd,
    ...(file !== undefined && { file }),
  });
  // Code of a configuration file may put anything into its errors.
  const redact = redactor(resolved.config.secrets);
  return {
    ...resolved,
    problems: resolved.problems.map(redact),
    project,
    projectProblems: problems.map(redact),
  };
}
