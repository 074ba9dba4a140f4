import type { DeliveryOption } from '@org/sync';
import { type Command, Option } from 'commander';
import { addConfigFlags, addOutputFlags } from './common-flags.js';
import type { Program } from './program.js';
import { addSettingFlags } from './setting-flags.js';
import { addQueryFlags, type QueryOptions } from './sync-flags.js';
import { wholeNumber } from './whole-number.js';

/** Flags that say which records are sent, how, and what holds a run back. */
export interface SendingOptions extends QueryOptions {
  readonly delivery?: DeliveryOption;
  readonly full?: true;
  readonly onlyFailed?: true;
  readonly limit?: number;
  readonly maxFailures?: number;
  readonly maxChanged?: number;
  readonly allowEmpty?: true;
  readonly strictFields?: true;
}

/** `iterable-sync run`. */
export function addRun({ program, io, end }: Program): void {
  const command = program.command('run').description('query, CSV, delivery, summary: the main job');
  addSelectionFlags(addQueryFlags(command)).option(
    '--limit <n>',
    'send so many records at most',
    wholeNumber(1, Number.MAX_SAFE_INTEGER),
  );
  addGuardFlags(command);
  addSettingFlags(addOutputFlags(addConfigFlags(command)))
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: SendingOptions) => {
      const { run } = await import('../commands/run.js');
      end(await run(name, options, io));
    });
}

/** Adds the flags that say how records are sent and which. */
export function addSelectionFlags(command: Command): Command {
  return command
    .addOption(deliveryFlag())
    .addOption(
      new Option(
        '--full',
        'send all records, also those that were delivered as they are',
      ).conflicts('onlyFailed'),
    )
    .option('--only-failed', 'send only records whose last delivery failed');
}

/** The flag that says how records are sent. */
export function deliveryFlag(): Option {
  return new Option(
    '--delivery <mode>',
    'how records are sent (default: auto, which is bulk from 500 on)',
  ).choices(['auto', 'single', 'bulk']);
}

/** Adds the flags that say what holds a run back, or fails a record. */
export function addGuardFlags(command: Command): Command {
  return command
    .option(
      '--max-failures <n>',
      'stop after more failures',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option('--max-changed <percent>', 'send nothing where more has changed', wholeNumber(0, 100))
    .option('--allow-empty', 'take an empty result for all records having left the query')
    .option('--strict-fields', 'a field that Iterable drops fails its record');
}

const EXAMPLES = `
Examples:
  iterable-sync run
  iterable-sync run engagement --param since=2026-01-01
  iterable-sync run --jwt --days 30
  iterable-sync run --limit 10 --delivery single
  iterable-sync run --dotenv production.env --output-dir exports`;
