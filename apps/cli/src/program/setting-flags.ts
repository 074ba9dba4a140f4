import { Option, type Command } from 'commander';
import type { Settings } from '../config/load-settings.js';
import { LEVELS } from '../screen/levels.js';

interface SettingFlag {
  readonly flags: string;
  readonly variable: string;
  readonly help: string;
}

/** Flags that stand for a variable and win over it. Secrets have none: they would show in `ps`. */
const SETTING_FLAGS: readonly SettingFlag[] = [
  {
    flags: '--jwt',
    variable: 'USE_JWT_AUTH',
    help: 'authenticate with a JWT for each user',
  },
  {
    flags: '--no-jwt',
    variable: 'USE_JWT_AUTH',
    help: 'authenticate with the API key (the default)',
  },
  {
    flags: '--data-center <name>',
    variable: 'ITERABLE_DATA_CENTER',
    help: 'where the project lives: us or eu (default: us)',
  },
  {
    flags: '--base-url <url>',
    variable: 'ITERABLE_BASE_URL',
    help: 'another base URL: https, or http on loopback',
  },
  {
    flags: '--max-attempts <n>',
    variable: 'ITERABLE_MAX_ATTEMPTS',
    help: 'attempts of a call in all (default: 3)',
  },
  {
    flags: '--timeout-ms <ms>',
    variable: 'ITERABLE_TIMEOUT_MS',
    help: 'time limit of one attempt (default: 30000)',
  },
  {
    flags: '--output-dir <folder>',
    variable: 'OUTPUT_DIR',
    help: 'where the CSV and the results go (default: this folder)',
  },
  {
    flags: '--log-level <level>',
    variable: 'LOG_LEVEL',
    help: `least level on the console: ${LEVELS.join(', ')} (default: INFO)`,
  },
  {
    flags: '--log-file <file>',
    variable: 'LOG_FILE',
    help: 'the log, which has everything (default: iterable_integration.log)',
  },
  {
    flags: '--log-format <format>',
    variable: 'LOG_FORMAT',
    help: 'how the log is written: text or json (default: text)',
  },
];

/** Adds the flags to a command, those of some variables only where they are named. */
export function addSettingFlags(command: Command, variables?: readonly string[]): Command {
  for (const { flags, help, variable } of SETTING_FLAGS) {
    if (variables && !variables.includes(variable)) continue;
    command.addOption(new Option(flags, help));
  }
  return command;
}

/** The settings that a command line gives, by variable name. */
export function settingsFromFlags(options: Readonly<Record<string, unknown>>): Settings {
  const settings: Record<string, string> = {};
  for (const { flags, variable } of SETTING_FLAGS) {
    const value = options[new Option(flags).attributeName()];
    if (typeof value === 'string' || typeof value === 'boolean') settings[variable] = String(value);
  }
  return settings;
}
