import type { Command, Option } from 'commander';

/** What can be typed, as far as a shell completes it. */
export interface CommandLine {
  readonly name: string;
  readonly flags: readonly Flag[];
  readonly commands: readonly CompletedCommand[];
}

/** A command and what can follow it. */
export interface CompletedCommand {
  readonly name: string;
  readonly help: string;
  readonly flags: readonly Flag[];
  /** Words that its argument can be. */
  readonly words: readonly string[];
  /** Whether its argument is the name of a sync. */
  readonly takesSync: boolean;
}

/** A flag in all its forms. */
export interface Flag {
  readonly long: string;
  readonly short?: string | undefined;
  readonly help: string;
  readonly value: FlagValue;
}

/** What follows a flag: nothing, one of some words, a path, or what nobody can guess. */
export type FlagValue = 'none' | 'path' | 'text' | readonly string[];

/** The command line that a program takes. */
export function commandLineOf(program: Command): CommandLine {
  return {
    name: program.name(),
    flags: flagsOf(program),
    commands: program.commands.map((command) => {
      const [argument] = command.registeredArguments;
      return {
        name: command.name(),
        help: command.description(),
        flags: flagsOf(command),
        words: argument?.argChoices ?? [],
        takesSync: argument?.name() === 'sync',
      };
    }),
  };
}

function flagsOf(command: Command): Flag[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, short, description, ...option }) =>
      long ? [{ long, short, help: description, value: valueOf(option as Option) }] : [],
    );
}

/** Flags say in their own form what they take: `--config <file>`. */
function valueOf({ flags, argChoices, required, optional }: Option): FlagValue {
  if (argChoices) return argChoices;
  if (!required && !optional) return 'none';
  return /<(file|folder)>/.test(flags) ? 'path' : 'text';
}
