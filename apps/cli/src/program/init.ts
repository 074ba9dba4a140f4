import { Option } from 'commander';
import { CONFIG_FORMATS, type ConfigFormat } from '../init/config-format.js';
import { addOutputFlags, type CommonOptions } from './common-flags.js';
import type { Program } from './program.js';
import { addSettingFlags } from './setting-flags.js';

/** What `init` is called with. */
export interface InitOptions extends CommonOptions {
  readonly yes?: true;
  readonly folder?: string;
  readonly format?: ConfigFormat;
  readonly name?: string;
  readonly builtIn?: true;
  readonly table?: string;
  readonly key?: string;
  readonly email?: string;
  readonly userId?: string;
  readonly event?: string;
  readonly createdAt?: string;
  readonly jwt?: boolean;
}

/** What says that the sync has SQL of its own, by the names that Commander gives to flags. */
const OWN_SQL = ['table', 'key', 'email', 'userId', 'event', 'createdAt'];

/** `iterable-sync init`. */
export function addInit({ program, io, end }: Program): void {
  const command = program
    .command('init')
    .description('write the files of a first sync; asks for what flags do not say')
    .option('-y, --yes', 'ask nothing: what no flag says is a default, or left to fill in')
    .option('--folder <folder>', 'where the files go (default: this folder)')
    .addOption(
      new Option('--format <format>', 'of the configuration file (default: yaml)').choices(
        CONFIG_FORMATS,
      ),
    )
    .option('--name <name>', 'of the sync (default: that of the table)')
    .addOption(
      new Option(
        '--built-in',
        'the built-in query: pro users with recent engagement (default)',
      ).conflicts(OWN_SQL),
    )
    .option('--table <table>', 'send the rows of a table; its columns are read if it is in reach')
    .option('--key <column>', 'the column that tells the rows apart (default: the primary key)')
    .addOption(
      new Option('--email <column>', 'the column that says whose row it is').conflicts('userId'),
    )
    .option('--user-id <column>', 'the same, where users have ids')
    .option('--event <name>', 'track an event for each row, too')
    .option('--created-at <column>', 'when the event happened (default: when it arrives)')
    .option('--jwt', 'authenticate with a JWT for each user');
  addSettingFlags(addOutputFlags(command), ['ITERABLE_DATA_CENTER', 'ITERABLE_BASE_URL'])
    .addHelpText('after', EXAMPLES)
    .action(async (options: InitOptions) => {
      const { init } = await import('../commands/init.js');
      end(await init(options, io));
    });
}

const EXAMPLES = `
Secrets are asked for, or filled in to .env by hand: flags would show them to others.
No file that is there is changed.

Examples:
  iterable-sync init
  iterable-sync init --yes --built-in --data-center eu
  iterable-sync init --yes --table customers --key id --email email
  iterable-sync init --yes --table orders --user-id customer_id --event ordered --created-at placed_at`;
