import type { Io } from '../io.js';
import type { CommonOptions } from '../program/common-flags.js';
import { settingsFromFlags } from '../program/setting-flags.js';
import type { ConfigPart } from './config.js';
import { resolveConfig, type ResolvedConfig } from './resolve-config.js';

/** Reads the settings of a command, without the configuration file of the syncs. Opens nothing. */
export function readSettings<Part extends ConfigPart>(
  options: CommonOptions,
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
  parts: readonly Part[],
): ResolvedConfig<Part> {
  const { dotenv } = options;
  return resolveConfig(
    {
      cwd,
      env,
      flags: settingsFromFlags(options),
      ...(dotenv !== undefined && { envFile: dotenv }),
    },
    parts,
  );
}
