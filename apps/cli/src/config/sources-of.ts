import type { Io } from '../io.js';
import type { CommonOptions } from '../program/common-flags.js';
import { settingsFromFlags } from '../program/setting-flags.js';
import type { SettingSources } from './load-settings.js';

/** Where the settings of a command come from. */
export function sourcesOf(
  options: CommonOptions,
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
): SettingSources {
  const { dotenv } = options;
  return {
    cwd,
    env,
    flags: settingsFromFlags(options),
    ...(dotenv !== undefined && { envFile: dotenv }),
  };
}
