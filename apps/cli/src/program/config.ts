import { Option } from 'commander';
import { addConfigFlags, addOutputFlags, type CommonOptions } from './common-flags.js';
import type { Program } from './program.js';
import { addSettingFlags } from './setting-flags.js';

/** What `config` is called with. */
export interface ConfigOptions extends CommonOptions {
  readonly schema?: true;
}

/** `iterable-sync config`. */
export function addConfig({ program, io, end }: Program): void {
  const command = program
    .command('config')
    .description('each setting and each sync, and where it comes from')
    .addOption(
      new Option(
        '--schema',
        'print the JSON Schema of the configuration file, for editors',
      ).conflicts('json'),
    );
  addSettingFlags(addOutputFlags(addConfigFlags(command)))
    .addHelpText('after', EXAMPLES)
    .action(async (options: ConfigOptions) => {
      const { config } = await import('../commands/config.js');
      end(await config(options, io));
    });
}

const EXAMPLES = `
Secrets are never shown, only that they are set.

Examples:
  iterable-sync config
  iterable-sync config --dotenv production.env --verbose
  iterable-sync config --json
  iterable-sync config --schema > iterable-sync.schema.json`;
