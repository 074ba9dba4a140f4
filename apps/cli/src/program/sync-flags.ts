import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SyncChoice } from '../project/choose-sync.js';
import type { CommonOptions } from './common-flags.js';
import { wholeNumber } from './whole-number.js';

/** Flags of commands that are about the rows of a sync. */
export interface QueryOptions extends CommonOptions {
  readonly days?: number;
  readonly param?: Readonly<Record<string, string>>;
}

/** Adds the argument that names the sync, and the flags of its query. */
export function addQueryFlags(command: Command, usual = 'the only one there is'): Command {
  return addParameterFlags(command.argument('[sync]', `name of the sync (default: ${usual})`));
}

/** Adds the flags of a query. */
export function addParameterFlags(command: Command): Command {
  return command
    .option(
      '--days <n>',
      'built-in query: how recent an engagement must be, in days (default: 7)',
      wholeNumber(1, 36_500),
    )
    .addOption(
      new Option('--param <name=value>', 'value of a :name in the SQL; may be repeated').argParser(
        addParameter,
      ),
    );
}

/** The sync that a command line is about. */
export function choiceOf(name: string | undefined, { days, param }: QueryOptions): SyncChoice {
  return { name, days, parameters: param };
}

function addParameter(
  text: string,
  previous: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('It must be NAME=VALUE, such as since=2026-01-01.');
  }
  if (Object.hasOwn(previous, name)) throw new InvalidArgumentError(`${name} is given twice.`);
  return { ...previous, [name]: value };
}
