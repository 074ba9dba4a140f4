import type { Command } from 'commander';

/** Flags that each command has. */
export interface CommonOptions {
  /** The result as JSON on stdout, and nothing else there. */
  readonly json?: true;
  /** Errors only. */
  readonly quiet?: true;
  readonly verbose?: true;
  /** Absent: as the terminal and the environment say. */
  readonly color?: boolean;
  /** The stack of an error, too. */
  readonly debug?: true;
  /** Settings to read in place of `.env`. */
  readonly dotenv?: string;
  /** The configuration file of the syncs. */
  readonly config?: string;
  /** Flags that stand for a setting, by the names that Commander gives them. */
  readonly [flag: string]: unknown;
}

/** Adds the flags of what a command shows. */
export function addOutputFlags(command: Command): Command {
  return command
    .option('--json', 'the result as JSON on stdout; what is said goes to stderr')
    .option('-q, --quiet', 'show errors only')
    .option('-v, --verbose', 'show more')
    .option('--color', 'colours, whatever the terminal (FORCE_COLOR=1)')
    .option('--no-color', 'no colours (NO_COLOR=1)')
    .option('--debug', 'show the stack of an error');
}

/** Adds the flags of where the configuration comes from. */
export function addConfigFlags(command: Command): Command {
  return command
    .option(
      '--config <file>',
      'syncs to read (default: iterable-sync.config.*, where there is one)',
    )
    .option('--dotenv <file>', 'settings to read (default: .env, where there is one)');
}
