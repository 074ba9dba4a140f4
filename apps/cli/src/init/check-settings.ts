import { resolveConfig } from '../config/resolve-config.js';
import type { Settings } from '../config/load-settings.js';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';

/**
 * Refuses settings of flags that no run could use.
 *
 * @throws CliError
 */
export function checkSettings(flags: Settings): void {
  const alone = {
    cwd: '.',
    env: {},
    envFile: false,
    flags: { ITERABLE_API_KEY: 'any', ...flags },
  } as const;
  const { problems } = resolveConfig(alone, ['iterable']);
  if (problems.length > 0) throw new CliError('USAGE', EXIT.usage, problems.join('\n'));
}
