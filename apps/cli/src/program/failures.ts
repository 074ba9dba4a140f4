import { Option } from 'commander';
import { addConfigFlags, addOutputFlags } from './common-flags.js';
import type { Program } from './program.js';
import { deliveryFlag, type SendingOptions } from './run.js';
import { addSettingFlags } from './setting-flags.js';
import { addParameterFlags } from './sync-flags.js';
import { wholeNumber } from './whole-number.js';

/** What `failures` is called with. */
export interface FailuresOptions extends SendingOptions {
  readonly retry?: true;
  /** `true`: to stdout. */
  readonly csv?: string | true;
  readonly code?: string;
  readonly gone?: true;
}

/** `iterable-sync failures`. */
export function addFailures({ program, io, end }: Program): void {
  const command = program
    .command('failures')
    .description('the records that were not wholly delivered, and why')
    .argument('[sync]', 'name of the sync (default: all; with --retry the only one there is)')
    .addOption(
      new Option('--csv [file]', 'all of them as CSV, to a new file or to stdout').conflicts(
        'json',
      ),
    )
    .option('--code <code>', 'only those with this code')
    .option('--gone', 'those that have left the query since, too')
    .option(
      '--limit <n>',
      'how many records to show (default: 100, as CSV and JSON all)',
      wholeNumber(1, Number.MAX_SAFE_INTEGER),
    )
    .addOption(
      new Option(
        '--retry',
        'send them again, now (run --only-failed, which has more flags)',
      ).conflicts(['csv', 'code', 'gone', 'limit']),
    );
  addOutputFlags(addConfigFlags(command));
  const listing = command.options.length;
  command.optionsGroup('Options with --retry:');
  addSettingFlags(addParameterFlags(command).addOption(deliveryFlag()));
  const retrying = command.options.slice(listing);
  command
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: FailuresOptions) => {
      for (const option of options.retry ? [] : retrying) {
        if (options[option.attributeName()] === undefined) continue;
        command.error(`error: ${option.flags} goes with --retry only`, { exitCode: 2 });
      }
      const { failures } = await import('../commands/failures.js');
      end(await failures(name, options, io));
    });
}

const EXAMPLES = `
Without --retry it reads the ledger (LEDGER_URL) and needs no other setting.
LOG_REDACT=true leaves out whom records are about.

Examples:
  iterable-sync failures
  iterable-sync failures engagement --code IDENTIFIER --limit 1000
  iterable-sync failures --csv failures.csv
  iterable-sync failures --json | jq '.codes'
  iterable-sync failures engagement --retry`;
