import { ConfigurationError } from '../config/configuration-error.js';
import { configJson, effectiveConfig } from '../config/effective-config.js';
import { readConfiguration } from '../config/read-configuration.js';
import { showConfig } from '../config/show-config.js';
import { tellError } from '../errors/tell-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { ConfigOptions } from '../program/config.js';
import { projectSchema } from '../project/project-schema.js';
import { Screen } from '../screen/screen.js';
import { writeJson } from '../session/write-json.js';

/** `iterable-sync config`: what the configuration says, also where something is wrong with it. */
export async function config(options: ConfigOptions, io: Io): Promise<ExitCode> {
  if (options.schema) {
    writeJson(io.stdout, projectSchema);
    return EXIT.ok;
  }
  const read = await readConfiguration(options, io, ['database', 'iterable']);
  const { secrets } = read.config;
  const problems = [...read.problems, ...read.projectProblems];
  const shown = effectiveConfig(read.loaded, read.project, problems);
  const { json, quiet, color, debug, verbose = false } = options;
  if (json) writeJson(io.stdout, configJson(shown));
  else {
    const screen = new Screen(io, { level: quiet ? 'ERROR' : 'INFO', secrets, color });
    showConfig(shown, screen, verbose);
  }
  if (problems.length === 0) return EXIT.ok;
  return tellError(new ConfigurationError(problems), { io, options: { debug } });
}
