import { Option } from 'commander';
import { addConfigFlags, addOutputFlags } from './common-flags.js';
import type { Program } from './program.js';
import { addSettingFlags } from './setting-flags.js';
import { addQueryFlags, type QueryOptions } from './sync-flags.js';

/** What `export` is called with. */
export interface ExportOptions extends QueryOptions {
  /** A file, or `-` for stdout. @default query_results_<time>.csv in OUTPUT_DIR */
  readonly output?: string;
  readonly existing?: 'refuse' | 'replace' | 'suffix';
}

const SETTINGS = ['OUTPUT_DIR', 'LOG_LEVEL', 'LOG_FILE', 'LOG_FORMAT'];

/** `iterable-sync export`. */
export function addExport({ program, io, end }: Program): void {
  const command = program.command('export').description('the CSV alone: nothing goes to Iterable');
  addQueryFlags(command)
    .option('-o, --output <file>', 'where to; - is stdout (default: query_results_<time>.csv)')
    .addOption(
      new Option(
        '--existing <what>',
        'a file that is there: refuse it, replace it, or take a name with a suffix' +
          ' (default: refuse; suffix where --output is not given)',
      ).choices(['refuse', 'replace', 'suffix']),
    );
  addSettingFlags(addOutputFlags(addConfigFlags(command)), SETTINGS)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: ExportOptions) => {
      const { exportRows } = await import('../commands/export.js');
      end(await exportRows(name, options, io));
    });
}

const EXAMPLES = `
The key of the sync is not checked: a CSV may have rows that a run would refuse.
What is said goes to stderr where the CSV goes to stdout.

Examples:
  iterable-sync export
  iterable-sync export engagement --output engagement.csv --existing replace
  iterable-sync export -o - | head`;
